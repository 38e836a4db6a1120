package signpost.api.commandline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import signpost.engine.evaluation.Difference;
import signpost.engine.evaluation.Differences;

/** Differences between two books in lines for reading. */
final class Impact {

    private Impact() {}

    /** One student's line; nothing for a student whom both books judge alike. */
    static Optional<String> line(Difference difference) {
        List<String> parts = new ArrayList<>();
        if (!difference.gained().isEmpty()) {
            parts.add("gains " + said(difference.gained()));
        }
        if (!difference.lost().isEmpty()) {
            parts.add("loses " + said(difference.lost()));
        }
        difference
                .severities()
                .forEach((flag, changed) -> parts.add("flag \"" + flag + "\" from "
                        + changed.before().words() + " to " + changed.after().words()));
        difference
                .scores()
                .forEach((score, changed) -> parts.add(score + " from " + Verdict.points(changed.before()) + " to "
                        + Verdict.points(changed.after())));
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(difference.studentId() + ": " + String.join("; ", parts));
    }

    /** The sum over all students, then each rule's part. */
    static List<String> sum(Differences differences) {
        List<String> lines = new ArrayList<>();
        lines.add("In sum: " + differences.changed() + " of " + Counted.of(differences.students(), "student")
                + (differences.changed() == 1 ? " changes." : " change."));
        differences
                .things()
                .forEach((thing, tally) ->
                        lines.add("  " + thing(thing.kind(), thing.name()) + ": " + gainAndLoss(tally)));
        differences
                .scores()
                .forEach((score, tally) -> lines.add(
                        "  " + score + ": " + tally.gained() + " higher, " + tally.lost() + " lower or less certain"));
        differences.rules().forEach((rule, tally) -> lines.add("  rule \"" + rule + "\": " + gainAndLoss(tally)));
        return lines;
    }

    private static String gainAndLoss(Differences.Tally tally) {
        return tally.gained() + (tally.gained() == 1 ? " gains" : " gain") + ", " + tally.lost()
                + (tally.lost() == 1 ? " loses" : " lose");
    }

    private static String said(Collection<Difference.Said> said) {
        return said.stream().map(one -> thing(one.kind(), one.name())).collect(Collectors.joining(", "));
    }

    private static String thing(Difference.Kind kind, String name) {
        return switch (kind) {
            case FLAG -> "flag \"" + name + "\"";
            case RECOMMENDATION -> "recommend " + name;
            case CANNOT_TELL -> "cannot tell \"" + name + "\"";
        };
    }
}
