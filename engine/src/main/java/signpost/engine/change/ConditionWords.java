package signpost.engine.change;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import signpost.engine.rulebook.Comparison;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Test;

/** What a condition says, asks and speaks of. */
final class ConditionWords {

    private ConditionWords() {}

    /** In the rule's own words, a group with what stands in it. */
    static String sentence(Condition condition) {
        List<Condition> inside = inside(condition);
        return inside.isEmpty()
                ? condition.words()
                : condition.words() + " "
                        + inside.stream().map(ConditionWords::nested).collect(Collectors.joining("; "));
    }

    private static String nested(Condition condition) {
        return inside(condition).isEmpty() ? sentence(condition) : "(" + sentence(condition) + ")";
    }

    /** Equal for conditions that ask the same, in whatever words and order. */
    static String meaning(Condition condition) {
        List<Condition> inside = inside(condition);
        return inside.isEmpty()
                ? condition.id()
                : heading(condition)
                        + inside.stream()
                                .map(ConditionWords::meaning)
                                .sorted()
                                .collect(Collectors.joining(") (", " (", ")"));
    }

    /** The conditions beneath a group; none of any other. */
    static List<Condition> inside(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return inside(not.part());
        }
        return condition instanceof Condition.AtLeast group ? group.parts() : List.of();
    }

    static String heading(Condition condition) {
        return condition.words().toLowerCase(Locale.ROOT);
    }

    /** What it speaks of, and in which way: the lower end of a range is not the upper one. */
    static String aspect(Condition condition) {
        if (!inside(condition).isEmpty()) {
            return heading(condition);
        }
        if (condition instanceof Condition.Not not) {
            return "not " + aspect(not.part());
        }
        if (condition instanceof Condition.OfAttribute of) {
            return subject(of) + " " + way(of.test());
        }
        return condition instanceof Condition.Today today
                ? "today " + way(today.comparison())
                : condition.getClass().getSimpleName() + " " + subject(condition);
    }

    /** What it speaks of: an attribute, a flag, a score, the calendar. */
    static String subject(Condition condition) {
        if (!inside(condition).isEmpty()) {
            return "a group";
        }
        if (condition instanceof Condition.Not not) {
            return subject(not.part());
        }
        if (condition instanceof Condition.OfAttribute of) {
            return "fact " + of.attribute().key();
        }
        if (condition instanceof Condition.Changed changed) {
            return "fact " + changed.attribute().key();
        }
        if (condition instanceof Condition.Flagged flagged) {
            return "flag " + flagged.flag();
        }
        if (condition instanceof Condition.FlaggedLastTerm flagged) {
            return "flag " + flagged.flag();
        }
        if (condition instanceof Condition.Helped helped) {
            return "help " + helped.intervention();
        }
        return condition instanceof Condition.Scores scores ? "score " + scores.score() : "the day";
    }

    /** How sentences name the attribute or score it asks of; empty for any other condition. */
    static String name(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return name(not.part());
        }
        if (condition instanceof Condition.OfAttribute of) {
            return of.attribute().called();
        }
        return condition instanceof Condition.Scores scores ? "the " + scores.score() + " score" : "";
    }

    private static String way(Test test) {
        if (test instanceof Test.Compares compares) {
            return way(compares.comparison());
        }
        if (test instanceof Test.Stands stands) {
            return way(stands.comparison());
        }
        return test instanceof Test.Falls falls
                ? way(falls.comparison())
                : test.getClass().getSimpleName();
    }

    private static String way(Comparison comparison) {
        return switch (comparison) {
            case BELOW, AT_MOST -> "up to";
            case EQUAL -> "is";
            case AT_LEAST, ABOVE -> "from";
        };
    }
}
