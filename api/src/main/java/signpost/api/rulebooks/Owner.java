package signpost.api.rulebooks;

import java.util.UUID;

/**
 * Whose rule book it is: a school's, or a trust's for its schools.
 *
 * @param id of the school or the trust
 * @param trust whether it is a trust
 */
public record Owner(UUID id, boolean trust, String name) {

    /** {@code the trust} or {@code the school}. */
    public String words() {
        return trust ? "the trust" : "the school";
    }
}
