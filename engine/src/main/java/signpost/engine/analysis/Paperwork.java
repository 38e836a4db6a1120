package signpost.engine.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import signpost.engine.rulebook.Rule;
import signpost.engine.vocabulary.Dates;

/** Looks at the dates of rules and at who answers for them. */
final class Paperwork {

    private final LocalDate on;
    private final List<Finding> findings;

    Paperwork(LocalDate on, List<Finding> findings) {
        this.on = on;
        this.findings = findings;
    }

    void look(List<Rule> rules) {
        rules.forEach(this::dates);
        rules.forEach(this::unaccounted);
    }

    private void dates(Rule rule) {
        String name = "The rule \"" + rule.name() + "\"";
        rule.to()
                .filter(on::isAfter)
                .ifPresent(last -> found(
                        FindingKind.EXPIRED,
                        rule,
                        name + " was in force until " + Dates.words(last) + " and no longer counts.",
                        "Give it a later day under \"In force\", or take it out."));
        rule.reviewBy()
                .filter(on::isAfter)
                .ifPresent(day -> found(
                        FindingKind.REVIEW_OVERDUE,
                        rule,
                        name + " was to be looked at again by " + Dates.words(day) + ".",
                        "Look at what came of it, then give it a new day under \"Review by\"."));
        rule.from()
                .filter(on::isBefore)
                .ifPresent(first -> found(
                        FindingKind.NOT_YET_IN_FORCE, rule, name + " counts from " + Dates.words(first) + ".", ""));
    }

    private void unaccounted(Rule rule) {
        List<String> missing = new ArrayList<>();
        if (rule.owner().isEmpty()) {
            missing.add("Owner");
        }
        if (rule.why().isEmpty()) {
            missing.add("Why");
        }
        if (rule.source().isEmpty()) {
            missing.add("Source");
        }
        if (!missing.isEmpty()) {
            found(
                    FindingKind.UNACCOUNTED,
                    rule,
                    "The rule \"" + rule.name() + "\" has no "
                            + Said.and(Analysis.quoted(missing).toList()) + ".",
                    "Say who answers for it, why the school has it and where it comes from.");
        }
    }

    private void found(FindingKind kind, Rule rule, String message, String advice) {
        findings.add(Finding.of(kind, rule.place(), message, advice));
    }
}
