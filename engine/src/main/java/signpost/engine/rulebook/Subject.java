package signpost.engine.rulebook;

import java.util.List;
import signpost.engine.profile.StudentOnDate;

/** What conditions are asked of: a student on a date, and what the rules before have gathered. */
public interface Subject {

    StudentOnDate student();

    /** Whether a flag has been raised: unknown when only a rule that cannot tell would raise it. */
    Answer flagged(String flag);

    /** The points gathered for a score; a range when a rule that adds to it cannot tell. */
    Points score(String score);

    /** Which rules the points of a score come from; nothing where that is not kept. */
    default List<Added> added(String score) {
        return List.of();
    }

    /**
     * Points that a rule adds to a score.
     *
     * @param rule its name
     * @param certain whether the rule holds; otherwise it cannot tell
     */
    record Added(String rule, int points, boolean certain) {}

    /**
     * Points of a score, a range where something is not known.
     *
     * @param least points that are certain
     * @param most points if everything unknown were to count
     */
    record Points(int least, int most) {
        public static final Points NONE = new Points(0, 0);

        /** {@code 4}, or {@code 4 to 6} where something is not known. */
        public String words() {
            return least == most ? Integer.toString(least) : least + " to " + most;
        }
    }
}
