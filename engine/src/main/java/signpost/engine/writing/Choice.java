package signpost.engine.writing;

/**
 * One of several that a form offers.
 *
 * @param value as a {@link Pick} holds it
 * @param label as a person reads it
 */
public record Choice(String value, String label) {

    static Choice of(String both) {
        return new Choice(both, both);
    }
}
