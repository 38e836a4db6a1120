package signpost.api.drafts;

import java.util.List;
import signpost.engine.change.Conflict;

/** What came of saving into a draft. */
public sealed interface Saving {

    /**
     * It is saved.
     *
     * @param revision the draft's now
     * @param merged whether somebody else had saved the same file meanwhile, and both stand
     */
    record Saved(int revision, boolean merged) implements Saving {}

    /** Somebody else changed the same rules meanwhile: nothing was saved. */
    record Conflicting(List<Conflict> conflicts) implements Saving {
        public Conflicting {
            conflicts = List.copyOf(conflicts);
        }
    }

    /** The draft cannot be changed now, or the file cannot be saved so. */
    record Refused(String because) implements Saving {}
}
