package signpost.api.interviews;

import java.util.List;
import java.util.UUID;

/**
 * An interview as far as somebody may see it, in words.
 *
 * @param title such as {@code Guidance interview}
 * @param on the day
 * @param by who held it, or empty
 * @param present who else was there, or empty
 * @param answers what was said
 * @param notes what was written about it; empty too where this person may not read it
 * @param agreed what was agreed, written in a line by whoever imported it; or empty
 * @param mayChange whether this person may change it
 */
record InterviewView(
        UUID id,
        String kind,
        String title,
        String on,
        String isoDay,
        String by,
        String present,
        List<Said> answers,
        String notes,
        String agreed,
        List<AgreedAction> actions,
        boolean mayChange) {

    /** An answer; {@code words} say so when the student was not sure. */
    record Said(String title, String words) {}
}
