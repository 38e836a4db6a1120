package signpost.engine.analysis;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Consequence;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.text.Place;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Dates;

/** Looks at what rules rest on and ask for: facts that no import brings, facts nobody reads, help no longer offered. */
final class Supply {

    private final RuleBook book;
    private final LocalDate on;
    private final List<Finding> findings;

    Supply(RuleBook book, LocalDate on, List<Finding> findings) {
        this.book = book;
        this.on = on;
        this.findings = findings;
    }

    void look(List<Rule> rules) {
        Map<String, Condition> read = new LinkedHashMap<>();
        rules.stream()
                .flatMap(Rule::allConditions)
                .forEach(condition ->
                        reads(condition).forEach(attribute -> read.putIfAbsent(attribute.key(), condition)));
        read.values()
                .forEach(condition -> reads(condition).forEach(attribute -> imported(attribute, condition.place())));
        book.vocabulary().attributes().stream()
                .filter(attribute -> !read.containsKey(attribute.key()))
                .forEach(attribute -> notRead(attribute, rules));
        rules.forEach(this::retired);
    }

    /** The attribute a condition asks about, if it asks about one. */
    static Stream<Attribute> reads(Condition condition) {
        if (condition instanceof Condition.Changed changed) {
            return Stream.of(changed.attribute());
        }
        return condition instanceof Condition.OfAttribute of ? Stream.of(of.attribute()) : Stream.empty();
    }

    private void imported(Attribute attribute, Place place) {
        if (attribute.columns().isEmpty()) {
            findings.add(Finding.of(
                    FindingKind.NO_IMPORT,
                    place,
                    "No import brings \"" + attribute.called()
                            + "\": its \"Columns\" in the vocabulary names no heading.",
                    "Name the heading under which your export has it; until then only a column \"" + attribute.key()
                            + "\" fills it, and this rule cannot tell."));
        }
    }

    private void notRead(Attribute attribute, List<Rule> rules) {
        if (rules.stream().noneMatch(rule -> rule.because().attributes().anyMatch(attribute::equals))) {
            findings.add(Finding.of(
                    FindingKind.NOT_READ,
                    Place.startOf("vocabulary/" + topic(attribute) + ".txt"),
                    "No rule reads \"" + attribute.called() + "\" (" + attribute.key() + ").",
                    "Hold it only if somebody needs it."));
        }
    }

    private String topic(Attribute attribute) {
        return book.vocabulary().byTopic().entrySet().stream()
                .filter(topic -> topic.getValue().contains(attribute))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private void retired(Rule rule) {
        Stream.concat(
                        rule.recommendations().map(made -> Map.entry(made.intervention(), made.place())),
                        rule.ruleOuts().map((Consequence.RuleOut out) -> Map.entry(out.intervention(), out.place())))
                .forEach(named -> book.catalogue()
                        .intervention(named.getKey())
                        .flatMap(intervention -> intervention.retired())
                        .filter(day -> !on.isBefore(day))
                        .ifPresent(day -> findings.add(Finding.of(
                                FindingKind.INTERVENTION_RETIRED,
                                named.getValue(),
                                "\"" + named.getKey() + "\" is no longer offered since " + Dates.words(day) + ".",
                                "Name what takes its place, or take the rule out."))));
    }
}
