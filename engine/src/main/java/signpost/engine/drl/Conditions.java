package signpost.engine.drl;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import signpost.engine.profile.Season;
import signpost.engine.rulebook.Change;
import signpost.engine.rulebook.Condition;

/** Writes a condition as a call of the preamble's functions, which gives one of three answers. */
final class Conditions {

    private Conditions() {}

    private static String answer(Condition condition, int depth) {
        if (condition instanceof Condition.Not not) {
            return "opposite( " + answer(not.part(), depth) + " )";
        }
        if (condition instanceof Condition.AtLeast group) {
            return group(group, depth);
        }
        if (condition instanceof Condition.OfAttribute of) {
            return Tests.answer(
                    of.test(), "j, " + Written.literal(of.attribute().key()));
        }
        if (condition instanceof Condition.Flagged flagged) {
            return "flagged( j, " + Written.literal(flagged.flag()) + " )";
        }
        if (condition instanceof Condition.Scores scores) {
            return "score( j, " + Written.literal(scores.score()) + ", " + scores.least() + ", " + scores.most() + " )";
        }
        return ofOtherDays(condition);
    }

    private static String ofOtherDays(Condition condition) {
        if (condition instanceof Condition.InTerm in) {
            return "inTerm( j, "
                    + Written.list(in.seasons().stream().map(Season::name).toList()) + " )";
        }
        if (condition instanceof Condition.Today today) {
            return "todayIs( j, " + Tests.sign(today.comparison()) + ", " + Days.of(today.day()) + " )";
        }
        if (condition instanceof Condition.TodayWithin today) {
            return "todayWithin( j, " + Days.of(today.first()) + ", " + Days.of(today.last()) + " )";
        }
        if (condition instanceof Condition.FlaggedLastTerm last) {
            return "flaggedLastTerm( j, " + Written.literal(last.flag()) + " )";
        }
        if (condition instanceof Condition.Helped helped) {
            String span = helped.span().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return "helped( j, " + Written.literal(helped.intervention()) + ", \""
                    + helped.step().name() + "\", \"" + span + "\" )";
        }
        if (condition instanceof Condition.Changed changed) {
            return change(
                    changed.change(),
                    "j, " + Written.literal(changed.attribute().key()));
        }
        throw new IllegalArgumentException("no DRL for " + condition.getClass());
    }

    private static String change(Change change, String of) {
        if (change instanceof Change.Moved moved) {
            return "moved( " + of + ", " + direction(moved.up()) + ", " + Tests.number(moved.atLeast()) + " )";
        }
        if (change instanceof Change.Stepped stepped) {
            return "stepped( " + of + ", " + direction(stepped.up()) + ", " + stepped.atLeast() + ", "
                    + Written.list(stepped.steps()) + " )";
        }
        if (change instanceof Change.Differs) {
            return "changed( " + of + " )";
        }
        throw new IllegalArgumentException("no DRL for " + change.getClass());
    }

    private static String direction(boolean up) {
        return up ? "\"up\"" : "\"down\"";
    }

    /** One part a line, each group further in. */
    static String list(List<Condition> parts, int depth) {
        String indent = "\n" + " ".repeat(4 + 4 * depth);
        return parts.stream()
                .map(part -> answer(part, depth))
                .collect(Collectors.joining("," + indent, "Arrays.asList(" + indent, " )"));
    }

    private static String group(Condition.AtLeast group, int depth) {
        String list = list(group.parts(), depth + 1);
        if (group.least() == group.parts().size()) {
            return "allOf( " + list + " )";
        }
        return group.least() == 1 ? "anyOf( " + list + " )" : "atLeast( " + group.least() + ", " + list + " )";
    }
}
