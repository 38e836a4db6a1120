package signpost.engine.writing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.engine.profile.DayPoint;
import signpost.engine.profile.Season;
import signpost.engine.rulebook.Change;
import signpost.engine.rulebook.Comparison;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Span;

/** Tells which pick a condition is, whatever its wording. */
final class Picked {

    private static final Map<Comparison, Verb> DAYS = Map.of(
            Comparison.BELOW, Verb.BEFORE,
            Comparison.AT_MOST, Verb.ON_OR_BEFORE,
            Comparison.EQUAL, Verb.ON,
            Comparison.AT_LEAST, Verb.ON_OR_AFTER,
            Comparison.ABOVE, Verb.AFTER);
    private static final DayPoint TERM_BEGINS = new DayPoint.EdgeOfTerm(true, 0);
    private static final DayPoint TERM_ENDS = new DayPoint.EdgeOfTerm(false, 0);

    private Picked() {}

    /** The pick, or nothing for a condition that no form offers. */
    static Optional<Pick> of(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return of(not.part()).flatMap(Picked::turnedRound);
        }
        if (condition instanceof Condition.OfAttribute of) {
            return PickedTest.of(of.attribute(), of.test());
        }
        if (condition instanceof Condition.Changed changed) {
            return Optional.of(changed(changed));
        }
        if (condition instanceof Condition.InTerm in) {
            List<String> terms = in.seasons().stream().map(Season::words).toList();
            return Optional.of(new Pick(Sort.TERM, "", Verb.IN_TERM, terms, false));
        }
        if (condition instanceof Condition.Today today) {
            return Optional.of(Pick.of(Sort.TODAY, "", ofDay(today.comparison()), Days.words(today.day())));
        }
        if (condition instanceof Condition.TodayWithin within) {
            return Optional.of(within(within));
        }
        return condition instanceof Condition.Scores scores ? Optional.of(score(scores)) : ofOthers(condition);
    }

    private static Optional<Pick> ofOthers(Condition condition) {
        if (condition instanceof Condition.Flagged flagged) {
            return Optional.of(Pick.of(Sort.FLAG, flagged.flag(), Verb.FLAGGED));
        }
        if (condition instanceof Condition.FlaggedLastTerm flagged) {
            return Optional.of(Pick.of(Sort.FLAG, flagged.flag(), Verb.WAS_FLAGGED));
        }
        return condition instanceof Condition.Helped helped ? Optional.of(help(helped)) : Optional.empty();
    }

    static Verb ofDay(Comparison comparison) {
        return DAYS.getOrDefault(comparison, Verb.ON);
    }

    /** "Not" before "is known" is "is not known"; before most others it stands by itself. */
    private static Optional<Pick> turnedRound(Pick pick) {
        if (pick.not()) {
            return Optional.empty();
        }
        Optional<Verb> negated =
                pick.sort() == Sort.SCORE ? Optional.empty() : pick.verb().negated();
        return Optional.of(negated.map(pick::with).orElseGet(pick::turnedRound));
    }

    private static Pick changed(Condition.Changed changed) {
        String key = changed.attribute().key();
        if (changed.change() instanceof Change.Moved moved) {
            return Pick.of(
                    Sort.ATTRIBUTE,
                    key,
                    moved.up() ? Verb.ROSE : Verb.FELL,
                    moved.atLeast().toPlainString());
        }
        return changed.change() instanceof Change.Stepped stepped
                ? Pick.of(
                        Sort.ATTRIBUTE, key, stepped.up() ? Verb.ROSE : Verb.FELL, Integer.toString(stepped.atLeast()))
                : Pick.of(Sort.ATTRIBUTE, key, Verb.CHANGED);
    }

    private static Pick within(Condition.TodayWithin within) {
        if (within.first().equals(TERM_BEGINS)
                && within.last() instanceof DayPoint.Shifted last
                && last.point().equals(TERM_BEGINS)
                && last.days() >= 0) {
            return Pick.of(Sort.TODAY, "", Verb.IN_FIRST, Days.span(last.days() + 1));
        }
        if (within.last().equals(TERM_ENDS)
                && within.first() instanceof DayPoint.Shifted first
                && first.point().equals(TERM_ENDS)
                && first.days() <= 0) {
            return Pick.of(Sort.TODAY, "", Verb.IN_LAST, Days.span(1 - first.days()));
        }
        return Pick.of(Sort.TODAY, "", Verb.FROM_TO, Days.words(within.first()), Days.words(within.last()));
    }

    private static Pick score(Condition.Scores scores) {
        String least = Integer.toString(scores.least());
        String most = Integer.toString(scores.most());
        if (scores.least() == scores.most()) {
            return Pick.of(Sort.SCORE, scores.score(), Verb.IS, least);
        }
        if (scores.most() == Integer.MAX_VALUE) {
            return Pick.of(Sort.SCORE, scores.score(), Verb.AT_LEAST, least);
        }
        return scores.least() == 0
                ? Pick.of(Sort.SCORE, scores.score(), Verb.AT_MOST, most)
                : Pick.of(Sort.SCORE, scores.score(), Verb.FROM_TO, least, most);
    }

    private static Pick help(Condition.Helped helped) {
        Verb verb = switch (helped.step()) {
            case OFFERED -> Verb.OFFERED;
            case NOT_ATTENDED -> Verb.NOT_ATTENDED;
            case DELIVERED -> Verb.DELIVERED;
            case OVERRIDDEN_FOR_GOOD -> Verb.OVERRIDDEN_FOR_GOOD;
        };
        return Pick.of(Sort.HELP, helped.intervention(), verb, words(helped.span()));
    }

    private static String words(Span span) {
        return switch (span) {
            case THIS_TERM -> "this term";
            case LAST_TERM -> "last term";
            case THIS_YEAR -> "this year";
            case EVER -> "";
        };
    }

    /** Those of {@code chosen} in the order of {@code all}. */
    static List<String> inOrder(Collection<String> chosen, Collection<String> all) {
        return all.isEmpty()
                ? List.copyOf(chosen)
                : all.stream().filter(chosen::contains).toList();
    }
}
