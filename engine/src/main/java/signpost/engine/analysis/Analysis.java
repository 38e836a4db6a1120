package signpost.engine.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.text.Place;

/**
 * What was found in a whole book that reads without mistakes.
 *
 * @param on the day for which it was looked at: on it a rule may have expired
 * @param findings what matters most first, then in the order of the files
 * @param sensitive the protected and special-category data each rule rests on; rules that rest on none are left out
 */
public record Analysis(LocalDate on, List<Finding> findings, List<SensitiveReads> sensitive) {

    public Analysis {
        findings = List.copyOf(findings);
        sensitive = List.copyOf(sensitive);
    }

    /** Looks at a book as of a day. What it says is never false; of what is too large to follow it says nothing. */
    public static Analysis of(RuleBook book, LocalDate on) {
        List<Rule> rules =
                book.rules().stream().filter(rule -> rule.off().isEmpty()).toList();
        Aspects aspects = Aspects.of(rules);
        List<Finding> findings = new ArrayList<>();
        List<Rule> live = new DeadRules(aspects, findings).look(rules);
        new EmptyWords(aspects, findings).look(live);
        Twins twins = new Twins(aspects, findings);
        twins.look(live);
        new Tables(aspects, findings).look(live);
        new OtherNumbers(findings).look(rules);
        new Paperwork(on, findings).look(rules);
        SwitchedOff.look(book.rules(), findings);
        LeansOnOff.look(book.rules(), findings);
        Outruled.look(rules, findings);
        new Names(findings).look(rules);
        new Supply(book, on, findings).look(rules);
        if (twins.stoppedEarly() || aspects.ranOut()) {
            findings.add(Finding.of(
                    FindingKind.NOT_LOOKED_AT,
                    Place.startOf("topics"),
                    "So many rules lean on each other or do the same things that not all were followed to the end.",
                    "What is said here is so; but more may be found in a smaller book."));
        }
        List<SensitiveReads> sensitive = SensitiveReads.of(rules);
        sensitive.forEach(reads -> findings.add(reads.finding()));
        return new Analysis(on, findings.stream().distinct().sorted().toList(), sensitive);
    }

    /**
     * Only what the words of rules say otherwise than their conditions, and which rules wait for what is switched off: quick
     * enough to be told at every key.
     */
    public static List<Finding> ofWords(RuleBook book) {
        List<Finding> findings = new ArrayList<>();
        new OtherNumbers(findings).look(book.rules());
        LeansOnOff.look(book.rules(), findings);
        return findings.stream().sorted().toList();
    }

    /** The findings of one weight. */
    public List<Finding> of(FindingKind.Weight weight) {
        return findings.stream()
                .filter(finding -> finding.kind().weight() == weight)
                .toList();
    }

    static Stream<String> quoted(List<String> words) {
        return words.stream().map(word -> "\"" + word + "\"");
    }
}
