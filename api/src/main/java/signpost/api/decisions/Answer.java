package signpost.api.decisions;

import java.util.List;
import signpost.api.recommendations.Recommendation;

/** What came of a decision that was sent in. */
public sealed interface Answer {

    /** It counts. */
    record Recorded(Decision decision) implements Answer {}

    /**
     * It was taken back, and the recommendation stands as before.
     *
     * @param insteadTakenBack what was chosen instead was taken back with it
     * @param insteadStays what was chosen instead stays, since somebody did more with it
     */
    record Undone(Decision decision, boolean insteadTakenBack, boolean insteadStays) implements Answer {}

    /** No such recommendation, or it is another school's. */
    record NotFound() implements Answer {}

    /** Something is wrong with what was sent; everything that is. */
    record Refused(List<Wrong> wrong) implements Answer {
        public Refused {
            wrong = List.copyOf(wrong);
        }
    }

    /** Others changed it since the person saw it: nothing counts until they have seen that. */
    record Stale(Recommendation now, List<String> changes) implements Answer {
        public Stale {
            changes = List.copyOf(changes);
        }
    }

    /** It can no longer be decided on. */
    record Closed(String because) implements Answer {}

    /** One thing that is wrong: the field as the API names it, and why in the sender's words. */
    record Wrong(String field, String message) {}
}
