package signpost.engine.analysis;

import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Consequence;
import signpost.engine.rulebook.Departure;
import signpost.engine.rulebook.Due;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.rulebook.Severity;
import signpost.engine.text.Place;
import signpost.engine.text.Problem;
import signpost.engine.text.Problems;

/**
 * Holds a school to its trust: a rule it tightens still catches everyone the trust's rule catches or cannot tell of, on
 * every day on which that is in force, and does for them no less and no later.
 */
public final class Tightening {

    private static final String INSTEAD =
            "Or add a rule of your own beside it, or switch the trust's rule off with a reason.";

    private final Problems problems = new Problems();

    private Tightening() {}

    /** What a school's tightened rules take away of their trust's. */
    public static List<Problem> problems(RuleBook book) {
        Tightening tightening = new Tightening();
        book.departures().forEach(tightening::check);
        return tightening.problems.all();
    }

    private void check(Departure departure) {
        departure.schools().ifPresent(schools -> {
            Rule trusts = departure.trusts();
            if (Stream.concat(trusts.ruleOuts(), schools.ruleOuts()).findAny().isPresent()) {
                problems.add(
                        departure.place(),
                        "\"" + trusts.name() + "\" rules an intervention out; whoever more it catches is offered less.",
                        "Switch the trust's rule off with a reason, and write a rule of your own.");
                return;
            }
            caught(trusts, schools);
            inForce(trusts, schools);
            trusts.consequences().forEach(promised -> kept(promised, trusts, schools));
        });
    }

    private void caught(Rule trusts, Rule schools) {
        List<Condition> missed = schools.conditions().stream()
                .filter(condition -> !Implication.holds(trusts.conditions(), List.of(condition)))
                .toList();
        for (Condition condition : missed) {
            problems.add(
                    condition.place(),
                    "With \"" + condition.words()
                            + "\" this rule may pass over students whom the trust's rule catches, at " + trusts.place()
                            + ".",
                    "Loosen this condition, so that it catches at least as many. " + INSTEAD);
        }
    }

    private void inForce(Rule trusts, Rule schools) {
        boolean begins = schools.from().isEmpty()
                || trusts.from()
                        .filter(first -> !schools.from().get().isAfter(first))
                        .isPresent();
        boolean lasts = schools.to().isEmpty()
                || trusts.to()
                        .filter(last -> !schools.to().get().isBefore(last))
                        .isPresent();
        if (!begins || !lasts) {
            problems.add(
                    schools.place(),
                    "This rule is not in force on every day on which the trust's is.",
                    "Leave \"In force\" out, or let it begin no later and end no earlier.");
        }
    }

    private void kept(Consequence promised, Rule trusts, Rule schools) {
        if (promised instanceof Consequence.RaiseFlag flag) {
            Optional<Severity> now = schools.flags()
                    .filter(one -> one.flag().equals(flag.flag()))
                    .map(Consequence.RaiseFlag::severity)
                    .reduce(Severity::or);
            if (now.filter(severity -> severity.or(flag.severity()) == severity).isEmpty()) {
                less(
                        schools,
                        promised.place(),
                        "flags \"" + flag.flag() + "\" as " + flag.severity().words());
            }
        } else if (promised instanceof Consequence.AddPoints points) {
            if (sum(schools, points.score()) < sum(trusts, points.score())) {
                less(schools, promised.place(), "adds " + sum(trusts, points.score()) + " to " + points.score());
            }
        } else if (promised instanceof Consequence.Recommend recommend
                && schools.recommendations().noneMatch(one -> noLess(one, schools, recommend, trusts))) {
            less(
                    schools,
                    promised.place(),
                    "recommends " + recommend.intervention() + " as "
                            + severity(recommend, trusts).words() + " by the day it says");
        }
    }

    private void less(Rule schools, Place trusts, String does) {
        problems.add(
                schools.place(),
                "The trust's rule " + does + ", at " + trusts + "; this one does less or later.",
                "Do at least as much under \"Then\", or leave \"Then\" out. " + INSTEAD);
    }

    private static int sum(Rule rule, String score) {
        return rule.points()
                .filter(points -> points.score().equals(score))
                .mapToInt(Consequence.AddPoints::points)
                .sum();
    }

    private static boolean noLess(
            Consequence.Recommend now, Rule schools, Consequence.Recommend promised, Rule trusts) {
        return now.intervention().equals(promised.intervention())
                && now.occurrence().equals(promised.occurrence())
                && severity(now, schools).weight() >= severity(promised, trusts).weight()
                && noLater(now.due(), promised.due());
    }

    private static Severity severity(Consequence.Recommend recommend, Rule rule) {
        return recommend.severity().orElse(rule.severity());
    }

    /** A day of the year and a number of days come now one first, now the other: then only the same will do. */
    private static boolean noLater(Due now, Due promised) {
        if (now instanceof Due.Within sooner && promised instanceof Due.Within later) {
            return sooner.days() <= later.days();
        }
        if (now instanceof Due.By sooner && promised instanceof Due.By later) {
            return intoTheYear(sooner.day()) <= intoTheYear(later.day());
        }
        return now.equals(promised);
    }

    /** How far into the academic year a day is; the numbers only tell which comes first. */
    private static int intoTheYear(MonthDay day) {
        return (day.getMonthValue() + 3) % 12 * 31 + day.getDayOfMonth();
    }
}
