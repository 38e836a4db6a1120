package signpost.engine.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import signpost.engine.profile.Fact;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.profile.Value;
import signpost.engine.rulebook.Comparison;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.Subject;
import signpost.engine.rulebook.Test;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Kind;
import signpost.engine.vocabulary.ValueWords;

/** Finds the thresholds of a condition: the value it names, and its neighbour for which the answer is another. */
final class Thresholds {

    /** Fractions have no nearest neighbour: a value within one whole unit is near enough. */
    private static final BigDecimal NEAR = BigDecimal.ONE;

    private final List<Rule> book;

    Thresholds(List<Rule> book) {
        this.book = book;
    }

    /**
     * One side of a threshold.
     *
     * @param words such as {@code attendance exactly 90%}
     * @param at whether a scenario stands on it
     */
    record Side(String words, Predicate<Showing> at) {}

    Stream<Side> of(Condition leaf) {
        if (leaf instanceof Condition.OfAttribute of) {
            return of(of.attribute(), of.test(), of.words());
        }
        if (leaf instanceof Condition.Changed changed) {
            return Changes.of(changed.attribute(), changed.change());
        }
        if (leaf instanceof Condition.Scores scores) {
            return scores(scores);
        }
        Function<StudentOnDate, Optional<LocalDate>> today = student -> Optional.of(student.on());
        if (leaf instanceof Condition.Today on) {
            return Days.of("today", today, on.comparison(), on.day(), Days.named(on.words()));
        }
        return leaf instanceof Condition.TodayWithin within
                ? Stream.concat(
                        Days.of("today", today, Comparison.AT_LEAST, within.first(), Days.first(within.words())),
                        Days.of("today", today, Comparison.AT_MOST, within.last(), Days.last(within.words())))
                : Stream.empty();
    }

    private static Stream<Side> of(Attribute attribute, Test test, String words) {
        if (test instanceof Test.Compares compares && attribute.kind() instanceof Kind.Amount kind) {
            return amount(attribute, kind, compares.comparison(), compares.with());
        }
        if (test instanceof Test.Stands stands) {
            return steps(attribute, stands);
        }
        if (test instanceof Test.Falls falls) {
            return Days.of(attribute.called(), day(attribute), falls.comparison(), falls.day(), Days.named(words));
        }
        if (test instanceof Test.Within within) {
            return Stream.concat(
                    of(attribute, within.lower(), Days.first(words)), of(attribute, within.upper(), Days.last(words)));
        }
        return Stream.empty();
    }

    /** How far the other side lies: one up, one down, or nowhere. */
    static int side(Comparison comparison) {
        return switch (comparison) {
            case AT_MOST, ABOVE -> 1;
            case AT_LEAST, BELOW -> -1;
            case EQUAL -> 0;
        };
    }

    private static Stream<Side> amount(Attribute attribute, Kind.Amount kind, Comparison comparison, BigDecimal on) {
        BigDecimal step = kind.whole() ? BigDecimal.ONE : new BigDecimal("0.1");
        BigDecimal beside = on.add(step.multiply(BigDecimal.valueOf(side(comparison))));
        Stream<Side> exactly = Stream.of(new Side(
                attribute.called() + (kind.whole() ? " " : " exactly ") + words(attribute, on),
                showing -> number(attribute, showing)
                        .filter(at -> at.compareTo(on) == 0)
                        .isPresent()));
        if (side(comparison) == 0 || !kind.allows(beside)) {
            return exactly;
        }
        String words = kind.whole()
                ? attribute.called() + " " + words(attribute, beside)
                : attribute.called() + " just " + (side(comparison) > 0 ? "above " : "below ") + words(attribute, on)
                        + ", such as " + words(attribute, beside);
        BigDecimal reach = kind.whole() ? step : NEAR;
        return Stream.concat(
                exactly,
                Stream.of(new Side(
                        words,
                        showing -> number(attribute, showing)
                                .map(at -> at.subtract(on).multiply(BigDecimal.valueOf(side(comparison))))
                                .filter(away -> away.signum() > 0 && away.compareTo(reach) <= 0)
                                .isPresent())));
    }

    private static Stream<Side> steps(Attribute attribute, Test.Stands stands) {
        int on = stands.steps().indexOf(stands.at());
        return Stream.of(on, on + side(stands.comparison()))
                .distinct()
                .filter(step -> step >= 0 && step < stands.steps().size())
                .map(step -> stands.steps().get(step))
                .map(step -> new Side(
                        attribute.called() + " " + step,
                        showing -> value(attribute, showing.student())
                                .filter(new Value.Code(step)::equals)
                                .isPresent()));
    }

    private Stream<Side> scores(Condition.Scores scores) {
        int highest = book.stream()
                .flatMap(Rule::points)
                .filter(points -> points.score().equals(scores.score()))
                .mapToInt(points -> points.points())
                .sum();
        List<Integer> ends = new ArrayList<>();
        if (scores.least() > 0) {
            ends.addAll(List.of(scores.least() - 1, scores.least()));
        }
        if (scores.most() < Integer.MAX_VALUE) {
            ends.addAll(List.of(scores.most(), scores.most() + 1));
        }
        return ends.stream()
                .distinct()
                .filter(points -> points <= highest)
                .map(points -> new Side("the " + scores.score() + " score " + points, showing -> {
                    Subject.Points at = showing.score(scores.score());
                    return at.least() == points && at.most() == points;
                }));
    }

    private static Optional<Value> value(Attribute attribute, StudentOnDate student) {
        return student.fact(attribute.key()) instanceof Fact.Known known
                ? Optional.of(known.value())
                : Optional.empty();
    }

    private static Optional<BigDecimal> number(Attribute attribute, Showing showing) {
        return value(attribute, showing.student())
                .filter(Value.Amount.class::isInstance)
                .map(value -> ((Value.Amount) value).amount());
    }

    private static Function<StudentOnDate, Optional<LocalDate>> day(Attribute attribute) {
        return student ->
                value(attribute, student).filter(Value.Day.class::isInstance).map(value -> ((Value.Day) value).date());
    }

    private static String words(Attribute attribute, BigDecimal amount) {
        return ValueWords.of(attribute, new Value.Amount(amount));
    }
}
