package signpost.engine.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;

/** A book numbered through: its rules in the order of their strata, its questions, flags and interventions. */
final class ReadyBook {

    private record Occasion(String intervention, String occurrence) {}

    private final List<ReadyRule> rules = new ArrayList<>();
    private final Questions questions;
    private final Map<String, Integer> flags = new HashMap<>();
    private final Map<String, Integer> interventions = new HashMap<>();
    private final Map<Occasion, Integer> occasions = new HashMap<>();

    ReadyBook(RuleBook book) {
        List<Rule> all = book.rules();
        this.questions = new Questions(all);
        all.forEach(rule -> rules.add(ready(rule)));
    }

    private ReadyRule ready(Rule rule) {
        return new ReadyRule(
                rule,
                rule.severity(),
                rule.conditions().stream().map(Explainer::words).toList(),
                rule.flags()
                        .map(flag -> new ReadyRule.Raise(number(flags, flag.flag()), flag.flag(), flag.severity()))
                        .toList(),
                rule.points().toList(),
                rule.recommendations()
                        .map(recommend -> new ReadyRule.Ask(
                                number(occasions, new Occasion(recommend.intervention(), recommend.occurrence())),
                                number(interventions, recommend.intervention()),
                                recommend.severity().orElseGet(rule::severity),
                                recommend))
                        .toList(),
                rule.ruleOuts()
                        .map(out -> new ReadyRule.Out(number(interventions, out.intervention()), out.intervention()))
                        .toList());
    }

    private static <K> int number(Map<K, Integer> numbers, K key) {
        Integer known = numbers.putIfAbsent(key, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    List<ReadyRule> rules() {
        return rules;
    }

    Questions questions() {
        return questions;
    }

    int flags() {
        return flags.size();
    }

    int interventions() {
        return interventions.size();
    }

    int occasions() {
        return occasions.size();
    }
}
