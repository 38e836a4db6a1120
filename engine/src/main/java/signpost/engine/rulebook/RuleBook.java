package signpost.engine.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.text.Block;
import signpost.engine.text.Problems;
import signpost.engine.vocabulary.Vocabulary;

/**
 * A whole, checked book.
 *
 * @param digest identifies its files
 * @param vocabulary what can be known of a student
 * @param catalogue what can be recommended, and why a suggestion may be overridden
 * @param strata the rules, each stratum reading only flags and scores of those before it
 * @param scenarios the {@code Scenario:} blocks, as written; of a trust's book with a school's additions, the school's
 * @param departures where a school departs from its trust's rules; none in a book without layers
 */
public record RuleBook(
        String digest,
        Vocabulary vocabulary,
        Catalogue catalogue,
        List<List<Rule>> strata,
        List<Block> scenarios,
        List<Departure> departures) {

    public RuleBook {
        strata = strata.stream().map(List::copyOf).toList();
        scenarios = List.copyOf(scenarios);
        departures = List.copyOf(departures);
    }

    /** This book with other rules; what it was made of stays. */
    public RuleBook withStrata(List<List<Rule>> other) {
        return new RuleBook(digest, vocabulary, catalogue, other, scenarios, departures);
    }

    /**
     * This book as though its rules had always been in force, but for those that have ended by today: for looking back at what
     * it would have said of students in a year when it was not written yet.
     */
    public RuleBook asThoughAlways(LocalDate today) {
        return withStrata(strata.stream()
                .map(stratum ->
                        stratum.stream().map(rule -> rule.asThoughAlways(today)).toList())
                .toList());
    }

    /** Whether it is a trust's book with a school's additions on top. */
    public boolean layered() {
        return rules().stream().anyMatch(rule -> rule.origin() != Origin.BOOK);
    }

    public List<Rule> rules() {
        return strata.stream().flatMap(List::stream).toList();
    }

    /**
     * The names of the rules that rest on special-category data: in a condition or in their reason, or because they read a
     * flag or score that such a rule gives.
     */
    public Set<String> restingOnSpecialCategory() {
        return SpecialCategory.resting(rules());
    }

    /** Whether any rule asks what earlier terms left behind; otherwise nobody needs to look it up. */
    public boolean asksOfEarlierTerms() {
        return rules().stream()
                .flatMap(Rule::allConditions)
                .anyMatch(condition -> condition instanceof Condition.Changed
                        || condition instanceof Condition.FlaggedLastTerm
                        || condition instanceof Condition.Helped);
    }

    /** The rules that are switched off: where they stand, or by the school that does without a rule of its trust. */
    public List<Rule> off() {
        return Stream.concat(
                        rules().stream().filter(rule -> rule.off().isPresent()),
                        departures.stream()
                                .filter(departure -> departure.schools().isEmpty())
                                .map(Departure::trusts))
                .toList();
    }

    /** This book as it would be with every rule switched on; nothing when its rules would then wait for each other in a circle. */
    public Optional<RuleBook> allOn() {
        List<Rule> on = Stream.concat(
                        rules().stream().filter(rule -> rule.off().isEmpty()),
                        off().stream().map(Rule::switchedOn))
                .toList();
        Problems problems = new Problems();
        List<List<Rule>> settled = new Strata(on, List.of(), problems).settle();
        return problems.isEmpty() ? Optional.of(withStrata(settled)) : Optional.empty();
    }

    public Optional<Rule> rule(String name) {
        return rules().stream()
                .filter(rule -> rule.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * This book with the rules of one topic and those of other topics whose flags or scores they read. Its scenarios and its
     * digest stay those of the whole book.
     */
    public RuleBook only(String topic) {
        return TopicOnly.of(this, topic);
    }
}
