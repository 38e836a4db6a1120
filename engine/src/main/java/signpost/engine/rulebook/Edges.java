package signpost.engine.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import signpost.engine.profile.DayPoint;
import signpost.engine.profile.Value;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Kind;

/**
 * The values of an attribute at which tests begin or cease to hold, and their neighbours. INVARIANT: for every value the
 * attribute can have, some value given here is answered alike by each of the tests; but for tests of dates that depend on
 * the day judged.
 */
public final class Edges {

    /** Of a list's codes, more than these are not combined. */
    private static final int MOST_CODES = 10;

    private Edges() {}

    /** The values, lowest first where they have an order; nothing where they cannot be told. */
    public static List<Value> of(Attribute attribute, Collection<Test> tests) {
        Kind kind = attribute.kind();
        if (kind instanceof Kind.Amount amount) {
            return amounts(amount, tests);
        }
        if (kind instanceof Kind.Day) {
            return days(tests);
        }
        if (kind instanceof Kind.YesNo) {
            return List.of(new Value.YesNo(false), new Value.YesNo(true));
        }
        if (kind instanceof Kind.SomeOf some) {
            return lists(some, tests);
        }
        return kind.labels().keySet().stream().<Value>map(Value.Code::new).toList();
    }

    private static List<Value> amounts(Kind.Amount kind, Collection<Test> tests) {
        NavigableSet<BigDecimal> edges = new TreeSet<>(List.of(kind.min(), kind.max()));
        tests.forEach(test -> numbers(test, edges));
        NavigableSet<BigDecimal> values = new TreeSet<>(edges);
        for (BigDecimal edge : edges) {
            BigDecimal above = edges.higher(edge);
            if (above != null) {
                values.addAll(between(edge, above, kind.whole()));
            }
        }
        return values.stream()
                .filter(kind::allows)
                .<Value>map(Value.Amount::new)
                .toList();
    }

    /** The nearest to each end that people would write; a value halfway where there is no room for it. */
    private static List<BigDecimal> between(BigDecimal low, BigDecimal high, boolean whole) {
        BigDecimal step =
                whole ? BigDecimal.ONE : BigDecimal.ONE.movePointLeft(Math.max(1, Math.max(low.scale(), high.scale())));
        BigDecimal first = low.add(step);
        BigDecimal last = high.subtract(step);
        if (first.compareTo(high) < 0) {
            return List.of(first, last);
        }
        return whole ? List.of() : List.of(low.add(high).divide(BigDecimal.valueOf(2)));
    }

    private static void numbers(Test test, Set<BigDecimal> edges) {
        if (test instanceof Test.Compares compares) {
            edges.add(compares.with());
        } else if (test instanceof Test.Within within) {
            numbers(within.lower(), edges);
            numbers(within.upper(), edges);
        } else if (test instanceof Test.OneOfNumbers numbers) {
            edges.addAll(numbers.numbers());
        }
    }

    /** Days that depend on the day judged are left out. */
    private static List<Value> days(Collection<Test> tests) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        tests.forEach(test -> days(test, days));
        return days.stream().<Value>map(Value.Day::new).toList();
    }

    private static void days(Test test, Set<LocalDate> days) {
        if (test instanceof Test.Falls falls && falls.day() instanceof DayPoint.Dated dated) {
            days.addAll(
                    List.of(dated.day().minusDays(1), dated.day(), dated.day().plusDays(1)));
        } else if (test instanceof Test.Within within) {
            days(within.lower(), days);
            days(within.upper(), days);
        }
    }

    /** Every combination of the codes named, with and without one that is not named. */
    private static List<Value> lists(Kind.SomeOf kind, Collection<Test> tests) {
        NavigableSet<String> named = new TreeSet<>();
        for (Test test : tests) {
            if (test instanceof Test.Includes includes) {
                named.addAll(includes.codes());
            }
        }
        List<String> codes = new ArrayList<>(named);
        if (kind.codes().isEmpty()) {
            codes.add("another" + String.join("", named));
        } else {
            kind.codes().keySet().stream()
                    .filter(code -> !named.contains(code))
                    .findFirst()
                    .ifPresent(codes::add);
        }
        List<Value> lists = new ArrayList<>();
        for (int chosen = 0; codes.size() <= MOST_CODES && chosen < 1 << codes.size(); chosen++) {
            NavigableSet<String> list = new TreeSet<>();
            for (int at = 0; at < codes.size(); at++) {
                if ((chosen & 1 << at) != 0) {
                    list.add(codes.get(at));
                }
            }
            lists.add(new Value.Codes(list));
        }
        return lists;
    }
}
