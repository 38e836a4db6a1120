package signpost.engine.analysis;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
        Set<String> used = Stream.concat(
                        rules.stream().flatMap(Rule::allConditions).flatMap(Supply::reads),
                        rules.stream().flatMap(rule -> rule.because().attributes()))
                .flatMap(Attribute::withInputs)
                .map(Attribute::key)
                .collect(Collectors.toSet());
        book.vocabulary().attributes().stream()
                .filter(attribute -> !used.contains(attribute.key()))
                .forEach(attribute -> notRead(attribute));
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
        List<Attribute> missing = missing(attribute).distinct().toList();
        if (missing.contains(attribute)) {
            findings.add(Finding.of(
                    FindingKind.NO_IMPORT,
                    place,
                    "No import brings \"" + attribute.called()
                            + "\": its \"Columns\" in the vocabulary names no heading.",
                    "Name the heading under which your export has it; until then only a column \"" + attribute.key()
                            + "\" fills it, and this rule cannot tell."));
        } else if (!missing.isEmpty()) {
            String named = Said.and(
                    Analysis.quoted(missing.stream().map(Attribute::called).toList())
                            .toList());
            findings.add(Finding.of(
                    FindingKind.NO_IMPORT,
                    place,
                    "\"" + attribute.called() + "\" is worked out from " + named
                            + ", which no import brings, and has no heading of its own.",
                    "Name under \"Columns\" in the vocabulary the heading under which your export has "
                            + (missing.size() == 1 ? "it" : "each")
                            + "; until then this rule cannot tell."));
        }
    }

    /** What an export would have to bring before this could be known: itself, or some of what it is worked out from. */
    private static Stream<Attribute> missing(Attribute attribute) {
        if (!attribute.columns().isEmpty()) {
            return Stream.empty();
        }
        return attribute.inputs().isEmpty()
                ? Stream.of(attribute)
                : attribute.inputs().stream().flatMap(Supply::missing);
    }

    private void notRead(Attribute attribute) {
        findings.add(Finding.of(
                FindingKind.NOT_READ,
                Place.startOf("vocabulary/" + topic(attribute) + ".txt"),
                "No rule reads \"" + attribute.called() + "\" (" + attribute.key() + ").",
                "Hold it only if somebody needs it."));
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
