package signpost.api.interviews;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody agreed to do for a student, or the student themself.
 *
 * @param interview at which it was agreed; empty when it was agreed elsewhere
 * @param who the student, a person or a role, as those present named them
 * @param by by when, if a day was agreed
 * @param doneOn since when it is done; empty while it is open
 */
public record AgreedAction(
        UUID id,
        UUID student,
        Optional<UUID> interview,
        String what,
        String who,
        Optional<LocalDate> by,
        LocalDate agreedOn,
        Optional<LocalDate> doneOn) {

    /** Longest action, in characters. */
    public static final int LONGEST_WHAT = 300;

    /** Longest name of who does it, in characters. */
    public static final int LONGEST_WHO = 100;

    /** Whether it is still to be done. */
    public boolean open() {
        return doneOn.isEmpty();
    }
}
