package signpost.engine.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.engine.text.Place;

/**
 * A rule as read and checked.
 *
 * @param name unique in the book
 * @param topic the file it stands in, without folder and ending
 * @param owner who answers for it
 * @param why why the school has it
 * @param source where it comes from
 * @param from first day in force, if it has one
 * @param to last day in force, if it has one
 * @param reviewBy the day by which its owner looks at it again, if it has one
 * @param off why it is switched off, if it is: then it stays to be read and is silent
 * @param conditions all must hold
 * @param consequences at least one
 * @param because the reason given when it fires
 * @param origin whose it is
 * @param place where it stands; of a tightened rule, where the school tightens it
 */
public record Rule(
        String name,
        String topic,
        String owner,
        String why,
        String source,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<LocalDate> reviewBy,
        Optional<String> off,
        List<Condition> conditions,
        List<Consequence> consequences,
        Because because,
        Origin origin,
        Place place) {

    public Rule {
        conditions = List.copyOf(conditions);
        consequences = List.copyOf(consequences);
    }

    /** Whether it speaks on a day: begun, not ended and not switched off. */
    public boolean inForceOn(LocalDate day) {
        return off.isEmpty()
                && from.map(first -> !day.isBefore(first)).orElse(true)
                && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** This rule as though it had always been in force; one that has ended by today, as though it never had. */
    Rule asThoughAlways(LocalDate today) {
        Optional<LocalDate> ended = to.filter(last -> last.isBefore(today)).map(last -> LocalDate.MIN);
        return new Rule(
                name,
                topic,
                owner,
                why,
                source,
                Optional.empty(),
                ended,
                reviewBy,
                off,
                conditions,
                consequences,
                because,
                origin,
                place);
    }

    /** The same, not switched off. */
    public Rule switchedOn() {
        return new Rule(
                name,
                topic,
                owner,
                why,
                source,
                from,
                to,
                reviewBy,
                Optional.empty(),
                conditions,
                consequences,
                because,
                origin,
                place);
    }

    public Stream<Consequence.RaiseFlag> flags() {
        return consequences.stream()
                .filter(Consequence.RaiseFlag.class::isInstance)
                .map(Consequence.RaiseFlag.class::cast);
    }

    public Stream<Consequence.AddPoints> points() {
        return consequences.stream()
                .filter(Consequence.AddPoints.class::isInstance)
                .map(Consequence.AddPoints.class::cast);
    }

    public Stream<Consequence.Recommend> recommendations() {
        return consequences.stream()
                .filter(Consequence.Recommend.class::isInstance)
                .map(Consequence.Recommend.class::cast);
    }

    public Stream<Consequence.RuleOut> ruleOuts() {
        return consequences.stream()
                .filter(Consequence.RuleOut.class::isInstance)
                .map(Consequence.RuleOut.class::cast);
    }

    /** The severity of its gravest flag; low when it raises none. */
    public Severity severity() {
        return flags().map(Consequence.RaiseFlag::severity).reduce(Severity.LOW, Severity::or);
    }

    /** Every condition and those inside, outermost first. */
    public Stream<Condition> allConditions() {
        return conditions.stream().flatMap(Rule::withParts);
    }

    private static Stream<Condition> withParts(Condition condition) {
        return Stream.concat(Stream.of(condition), condition.parts().stream().flatMap(Rule::withParts));
    }
}
