package signpost.engine.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Consequence;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.Severity;

/** Turns what fired for one student into a judgement: rules that ask for the same thing become its reasons. */
final class Gathering {

    private record Key(String intervention, String occurrence) {}

    private record Asked(Severity severity, LocalDate due, Explanation reason) {}

    private record Raised(Severity severity, Explanation reason) {}

    private final List<Rule> rules;
    private final Judged judged;
    private final Map<String, List<Raised>> flags = new TreeMap<>();
    private final Map<Key, List<Asked>> asked =
            new TreeMap<>(Comparator.comparing(Key::intervention).thenComparing(Key::occurrence));
    private final Set<String> perhapsAsked = new TreeSet<>();
    private final Map<String, List<Explanation>> ruledOut = new TreeMap<>();
    private final Map<String, List<Explanation>> perhapsRuledOut = new TreeMap<>();
    private final List<Explanation> cannotTell = new ArrayList<>();

    Gathering(List<Rule> rules, Judged judged) {
        this.rules = rules;
        this.judged = judged;
    }

    Judgement judgement() {
        for (int number = 0; number < rules.size(); number++) {
            if (judged.isCertain(number)) {
                fired(rules.get(number));
            } else if (judged.cannotTell(number)) {
                cannotTell(rules.get(number));
            }
        }
        return new Judgement(
                judged.student().profile().studentId(),
                raised(),
                new TreeMap<>(judged.scores()),
                recommended(),
                withheld(),
                cannotTell);
    }

    private void fired(Rule rule) {
        Explanation reason = Explainer.explain(rule, Answer.TRUE, judged);
        rule.flags().forEach(flag -> add(flags, flag.flag(), new Raised(flag.severity(), reason)));
        rule.recommendations().forEach(recommend -> add(asked, key(recommend), asked(rule, recommend, reason)));
        rule.ruleOuts().forEach(out -> add(ruledOut, out.intervention(), reason));
    }

    private void cannotTell(Rule rule) {
        Explanation reason = Explainer.explain(rule, Answer.UNKNOWN, judged);
        cannotTell.add(reason);
        rule.recommendations().forEach(recommend -> perhapsAsked.add(recommend.intervention()));
        rule.ruleOuts().forEach(out -> add(perhapsRuledOut, out.intervention(), reason));
    }

    private Asked asked(Rule rule, Consequence.Recommend recommend, Explanation reason) {
        return new Asked(
                recommend.severity().orElseGet(rule::severity), recommend.due().from(judged.student()), reason);
    }

    private List<Judgement.RaisedFlag> raised() {
        return flags.entrySet().stream()
                .map(flag -> new Judgement.RaisedFlag(
                        flag.getKey(),
                        flag.getValue().stream().map(Raised::severity).reduce(Severity.LOW, Severity::or),
                        flag.getValue().stream().map(Raised::reason).toList()))
                .sorted(Comparator.comparing(Judgement.RaisedFlag::severity)
                        .reversed()
                        .thenComparing(Judgement.RaisedFlag::flag))
                .toList();
    }

    private List<Judgement.Recommended> recommended() {
        return asked.entrySet().stream()
                .filter(entry -> !ruledOut.containsKey(entry.getKey().intervention()))
                .map(entry -> recommended(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Judgement.Recommended::severity)
                        .reversed()
                        .thenComparing(Judgement.Recommended::due)
                        .thenComparing(Judgement.Recommended::intervention)
                        .thenComparing(Judgement.Recommended::occurrence))
                .toList();
    }

    private Judgement.Recommended recommended(Key key, List<Asked> asked) {
        return new Judgement.Recommended(
                key.intervention(),
                key.occurrence(),
                asked.stream().map(Asked::severity).reduce(Severity.LOW, Severity::or),
                asked.stream().map(Asked::due).min(Comparator.naturalOrder()).orElseThrow(),
                asked.stream().map(Asked::reason).distinct().toList(),
                perhapsRuledOut.getOrDefault(key.intervention(), List.of()));
    }

    private List<Judgement.Withheld> withheld() {
        return Stream.concat(asked.keySet().stream().map(Key::intervention), perhapsAsked.stream())
                .distinct()
                .sorted()
                .filter(ruledOut::containsKey)
                .map(code -> new Judgement.Withheld(code, ruledOut.getOrDefault(code, List.of())))
                .toList();
    }

    private static Key key(Consequence.Recommend recommend) {
        return new Key(recommend.intervention(), recommend.occurrence());
    }

    private static <K, V> void add(Map<K, List<V>> lists, K key, V value) {
        lists.computeIfAbsent(key, missing -> new ArrayList<>()).add(value);
    }
}
