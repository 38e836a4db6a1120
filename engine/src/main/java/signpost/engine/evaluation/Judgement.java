package signpost.engine.evaluation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import signpost.engine.rulebook.Severity;
import signpost.engine.rulebook.Subject;

/**
 * All that a book says of one student on one day. Its explanations are put into words when they are read.
 *
 * @param studentId the caller's id
 * @param fired the names of the rules whose conditions all hold, in the order of the book
 * @param flags gravest first
 * @param scores points by score
 * @param recommendations what to do, most urgent first
 * @param withheld what was asked for, or would be if more were known, and is ruled out
 * @param cannotTell the rules for which something is not known
 */
public record Judgement(
        String studentId,
        List<String> fired,
        List<RaisedFlag> flags,
        SortedMap<String, Subject.Points> scores,
        List<Recommended> recommendations,
        List<Withheld> withheld,
        List<Explanation> cannotTell) {

    public Judgement {
        fired = List.copyOf(fired);
        flags = List.copyOf(flags);
        scores = scores.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(scores));
        recommendations = List.copyOf(recommendations);
        withheld = List.copyOf(withheld);
        cannotTell = Reasons.unchanging(cannotTell);
    }

    /** The gravest flag of the rules, by name, and the reasons of every rule that raised it. */
    public record RaisedFlag(String flag, Severity severity, List<Explanation> reasons) {
        public RaisedFlag {
            reasons = Reasons.unchanging(reasons);
        }
    }

    /**
     * An intervention the rules ask for.
     *
     * @param intervention its code
     * @param occurrence which of several by design, or empty
     * @param severity the gravest of the rules that ask for it
     * @param due the earliest of their dates
     * @param reasons every rule that asks for it
     * @param checkFirst rules that would rule it out, but cannot tell
     */
    public record Recommended(
            String intervention,
            String occurrence,
            Severity severity,
            LocalDate due,
            List<Explanation> reasons,
            List<Explanation> checkFirst) {
        public Recommended {
            reasons = Reasons.unchanging(reasons);
            checkFirst = Reasons.unchanging(checkFirst);
        }
    }

    /** An intervention that some rules ask for, or cannot tell whether they do, and others certainly rule out. */
    public record Withheld(String intervention, List<Explanation> ruledOutBy) {
        public Withheld {
            ruledOutBy = Reasons.unchanging(ruledOutBy);
        }
    }

    /** Points by score as words, in the order of the scores' names. */
    public Map<String, String> scoreWords() {
        Map<String, String> words = new TreeMap<>();
        scores.forEach((score, points) -> words.put(score, points.words()));
        return words;
    }
}
