package signpost.engine.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import signpost.engine.rulebook.Departure;
import signpost.engine.rulebook.Origin;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;

/** Which rules are otherwise, a school's departures from its trust's among them. */
final class RuleChanges {

    private final RuleBook before;
    private final RuleBook after;

    private RuleChanges(RuleBook before, RuleBook after) {
        this.before = before;
        this.after = after;
    }

    static List<BookChange> between(RuleBook before, RuleBook after) {
        return new RuleChanges(before, after).all();
    }

    private List<BookChange> all() {
        Pairs<Rule> named = Pairs.by(rule -> RuleWords.key(rule.name()), written(before), written(after));
        Pairs<Rule> renamed = Pairs.by(RuleWords::withoutName, named.gone(), named.come());
        List<BookChange> told = new ArrayList<>();
        for (Pairs.Pair<Rule> pair : named.both()) {
            List<String> sentences = details(pair.before(), pair.after());
            if (!sentences.isEmpty()) {
                told.add(change(BookChange.Kind.CHANGED, pair.after(), sentences));
            }
        }
        for (Pairs.Pair<Rule> pair : renamed.both()) {
            told.add(change(BookChange.Kind.CHANGED, pair.after(), List.of(renamed(pair.before()))));
        }
        renamed.come().forEach(rule -> told.add(change(BookChange.Kind.ADDED, rule, added(rule))));
        renamed.gone().forEach(rule -> told.add(change(BookChange.Kind.REMOVED, rule, removed(rule))));
        told.addAll(stillSwitchedOff());
        return told;
    }

    private static BookChange change(BookChange.Kind kind, Rule rule, List<String> sentences) {
        return new BookChange(kind, BookChange.What.RULE, rule.name(), sentences);
    }

    private static List<Rule> written(RuleBook book) {
        return book.rules().stream().sorted(Comparator.comparing(Rule::place)).toList();
    }

    private List<String> details(Rule was, Rule is) {
        Details details = new Details();
        details.when(!was.name().equals(is.name()), renamed(was));
        departed(was, is).ifPresent(details::say);
        new ConditionChanges(details).between(was.conditions(), is.conditions());
        new ConsequenceChanges(before.catalogue(), after.catalogue(), details)
                .between(was.consequences(), is.consequences());
        RuleWords.paperwork(was, is, details);
        return details.sentences();
    }

    private static String renamed(Rule was) {
        return "renamed: its name was \"" + was.name() + "\"";
    }

    private static Optional<String> departed(Rule was, Rule is) {
        boolean tightened = is.origin() == Origin.TIGHTENED;
        if (tightened == (was.origin() == Origin.TIGHTENED)) {
            return Optional.empty();
        }
        return Optional.of(
                tightened
                        ? "The school now tightens this rule of its trust."
                        : "The school no longer tightens this rule of its trust.");
    }

    private List<String> added(Rule rule) {
        Details details = new Details();
        details.when(
                switchedOff(before, rule.name()).isPresent(),
                "The school no longer switches off this rule of its trust.");
        RuleWords.of(rule, after.catalogue()).forEach(details::say);
        return details.sentences();
    }

    private List<String> removed(Rule rule) {
        Details details = new Details();
        switchedOff(after, rule.name())
                .ifPresent(off -> details.say("The school now switches off this rule of its trust: " + off.why()));
        return details.say("no longer: " + RuleWords.consequences(rule, before.catalogue()))
                .sentences();
    }

    private List<BookChange> stillSwitchedOff() {
        List<BookChange> told = new ArrayList<>();
        for (Departure now : after.departures()) {
            List<String> sentences = switchedOff(before, now.trusts().name())
                    .filter(was -> now.schools().isEmpty())
                    .map(was -> new Details()
                            .otherwise("why the school switches it off", was.why(), now.why())
                            .sentences())
                    .orElse(List.of());
            if (!sentences.isEmpty()) {
                told.add(change(BookChange.Kind.CHANGED, now.trusts(), sentences));
            }
        }
        return told;
    }

    private static Optional<Departure> switchedOff(RuleBook book, String name) {
        return book.departures().stream()
                .filter(one -> one.schools().isEmpty())
                .filter(one -> RuleWords.key(one.trusts().name()).equals(RuleWords.key(name)))
                .findFirst();
    }
}
