package signpost.api.recommendations;

import java.util.List;
import java.util.Optional;
import signpost.engine.evaluation.ConditionRead;
import signpost.engine.evaluation.Explanation;
import signpost.engine.evaluation.Seen;

/**
 * The reasons of a recommendation as the adviser sees them, kept as shown.
 *
 * @param reasons every rule that asks for it
 * @param checkFirst rules that would rule it out but cannot tell
 * @param unsure rules that asked for it and cannot tell any more
 * @param note what is particular about it, such as that it comes back because the need grew; or empty
 */
public record ShownReasons(
        List<Explanation> reasons, List<Explanation> checkFirst, List<Explanation> unsure, String note) {

    public ShownReasons {
        reasons = List.copyOf(reasons);
        checkFirst = List.copyOf(checkFirst);
        unsure = List.copyOf(unsure);
    }

    /** The reasons in one line. */
    public String because() {
        return reasons.stream().map(Explanation::because).findFirst().orElse(note);
    }

    /** Whether the reasons say the same; the day a value was last confirmed does not count. */
    boolean sameAs(ShownReasons other) {
        return undated().equals(other.undated());
    }

    private ShownReasons undated() {
        return new ShownReasons(undated(reasons), undated(checkFirst), undated(unsure), note);
    }

    private static List<Explanation> undated(List<Explanation> explanations) {
        return explanations.stream()
                .map(explanation -> new Explanation(
                        explanation.rule(),
                        explanation.topic(),
                        explanation.why(),
                        explanation.source(),
                        explanation.severity(),
                        explanation.answer(),
                        explanation.because(),
                        explanation.conditions().stream()
                                .map(read -> new ConditionRead(
                                        read.words(),
                                        read.answer(),
                                        read.seen().stream()
                                                .map(ShownReasons::undated)
                                                .toList()))
                                .toList()))
                .toList();
    }

    private static Seen undated(Seen seen) {
        return new Seen(
                seen.attribute(),
                seen.title(),
                seen.value(),
                seen.known(),
                seen.source(),
                Optional.empty(),
                seen.specialCategory());
    }
}
