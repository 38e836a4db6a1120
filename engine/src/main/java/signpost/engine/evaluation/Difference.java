package signpost.engine.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import signpost.engine.rulebook.Severity;
import signpost.engine.rulebook.Subject;

/**
 * What a second judgement of a student says otherwise than a first.
 *
 * @param studentId whose it is
 * @param gained what only the second says, flags first
 * @param lost what only the first says, flags first
 * @param severities flags that both raise, in another severity
 * @param scores scores that differ, by name
 */
public record Difference(
        String studentId,
        Set<Said> gained,
        Set<Said> lost,
        SortedMap<String, Changed<Severity>> severities,
        SortedMap<String, Changed<Subject.Points>> scores) {

    public Difference {
        gained = Collections.unmodifiableSet(new LinkedHashSet<>(gained));
        lost = Collections.unmodifiableSet(new LinkedHashSet<>(lost));
        severities = Collections.unmodifiableSortedMap(new TreeMap<>(severities));
        scores = Collections.unmodifiableSortedMap(new TreeMap<>(scores));
    }

    /** The sorts of things a judgement says of a student. */
    public enum Kind {
        FLAG,
        RECOMMENDATION,
        CANNOT_TELL
    }

    /**
     * One thing a judgement says.
     *
     * @param name a flag, an intervention's code, or the rule that cannot tell
     * @param rules the rules that say so
     */
    public record Said(Kind kind, String name, List<String> rules) {
        public Said {
            rules = List.copyOf(rules);
        }
    }

    /** Something that was one thing and is another. */
    public record Changed<T>(T before, T after) {}

    private record Key(Kind kind, String name) {}

    /** Compares two judgements of one student. */
    public static Difference between(Judgement before, Judgement after) {
        Map<Key, Said> first = said(before);
        Map<Key, Said> second = said(after);
        return new Difference(
                after.studentId(),
                without(second, first.keySet()),
                without(first, second.keySet()),
                severities(before, after),
                scores(before, after));
    }

    /** Whether both say the same. */
    public boolean isNone() {
        return gained.isEmpty() && lost.isEmpty() && severities.isEmpty() && scores.isEmpty();
    }

    private static Map<Key, Said> said(Judgement judgement) {
        Map<Key, Said> said = new LinkedHashMap<>();
        judgement.flags().forEach(flag -> add(said, Kind.FLAG, flag.flag(), flag.reasons()));
        judgement
                .recommendations()
                .forEach(made -> add(said, Kind.RECOMMENDATION, made.intervention(), made.reasons()));
        judgement.cannotTell().forEach(rule -> add(said, Kind.CANNOT_TELL, rule.rule(), List.of(rule)));
        return said;
    }

    /** An intervention for several occasions is said once, by all its rules. */
    private static void add(Map<Key, Said> said, Kind kind, String name, List<Explanation> reasons) {
        Set<String> rules = new TreeSet<>();
        reasons.forEach(reason -> rules.add(reason.rule()));
        said.merge(new Key(kind, name), new Said(kind, name, new ArrayList<>(rules)), (one, other) -> {
            rules.addAll(one.rules());
            return new Said(kind, name, new ArrayList<>(rules));
        });
    }

    private static Set<Said> without(Map<Key, Said> said, Set<Key> others) {
        Set<Said> left = new LinkedHashSet<>();
        said.forEach((key, one) -> {
            if (!others.contains(key)) {
                left.add(one);
            }
        });
        return left;
    }

    private static SortedMap<String, Changed<Severity>> severities(Judgement before, Judgement after) {
        Map<String, Severity> first = new TreeMap<>();
        before.flags().forEach(flag -> first.put(flag.flag(), flag.severity()));
        SortedMap<String, Changed<Severity>> changed = new TreeMap<>();
        after.flags().forEach(flag -> {
            Severity was = first.getOrDefault(flag.flag(), flag.severity());
            if (was != flag.severity()) {
                changed.put(flag.flag(), new Changed<>(was, flag.severity()));
            }
        });
        return changed;
    }

    private static SortedMap<String, Changed<Subject.Points>> scores(Judgement before, Judgement after) {
        Set<String> names = new TreeSet<>(before.scores().keySet());
        names.addAll(after.scores().keySet());
        SortedMap<String, Changed<Subject.Points>> changed = new TreeMap<>();
        for (String name : names) {
            Subject.Points was = before.scores().getOrDefault(name, Subject.Points.NONE);
            Subject.Points is = after.scores().getOrDefault(name, Subject.Points.NONE);
            if (!was.equals(is)) {
                changed.put(name, new Changed<>(was, is));
            }
        }
        return changed;
    }
}
