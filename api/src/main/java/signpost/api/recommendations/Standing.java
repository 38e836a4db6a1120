package signpost.api.recommendations;

import java.util.List;
import java.util.SortedMap;
import signpost.engine.evaluation.Explanation;
import signpost.engine.evaluation.Judgement;
import signpost.engine.rulebook.Subject;

/**
 * What the rules say of a student now, beside the recommendations.
 *
 * @param flags gravest first
 * @param scores points by score
 * @param cannotTell rules for which something is not known
 * @param withheld what was asked for and ruled out
 */
public record Standing(
        List<Judgement.RaisedFlag> flags,
        SortedMap<String, Subject.Points> scores,
        List<Explanation> cannotTell,
        List<Judgement.Withheld> withheld) {

    /** A student nobody has judged yet. */
    public static final Standing NONE = new Standing(List.of(), new java.util.TreeMap<>(), List.of(), List.of());

    public Standing {
        flags = List.copyOf(flags);
        cannotTell = List.copyOf(cannotTell);
        withheld = List.copyOf(withheld);
    }

    static Standing of(Judgement judgement) {
        return new Standing(judgement.flags(), judgement.scores(), judgement.cannotTell(), judgement.withheld());
    }

    /** 0 no flag, 1 low, 2 medium, 3 high. */
    int severity() {
        return flags.stream().mapToInt(flag -> flag.severity().weight()).max().orElse(0);
    }
}
