package signpost.api.meetings;

import java.util.List;
import java.util.UUID;
import signpost.api.recommendations.Sight;

/**
 * A student on a meeting list.
 *
 * @param about year and tutor group
 * @param needs the flags that may be seen, gravest first
 * @param hidden how many more there are
 * @param actions what is agreed and not done yet
 */
record Line(UUID student, String name, String about, List<String> needs, int hidden, List<Action> actions) {

    /**
     * Something agreed.
     *
     * @param what what is done
     * @param who who does it, or empty
     * @param by by when, or empty
     */
    record Action(String what, String who, String by) {}

    /** All needs in a line, as paper and files have it. */
    public String need() {
        String seen = String.join("; ", needs);
        return hidden == 0 ? seen : seen.isEmpty() ? Sight.RESTRICTED : seen + "; more: " + Sight.RESTRICTED;
    }
}
