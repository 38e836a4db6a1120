package signpost.engine.profile;

import java.time.LocalDate;

/** What is known of one attribute of one student. Not known is not "no". */
public sealed interface Fact {

    /**
     * A value somebody stated.
     *
     * @param value what it is
     * @param source who or what said so
     * @param confirmedOn the last day on which the source said so
     */
    record Known(Value value, Source source, LocalDate confirmedOn) implements Fact {}

    /** Nobody has said. */
    record Unknown() implements Fact {}

    Unknown UNKNOWN = new Unknown();
}
