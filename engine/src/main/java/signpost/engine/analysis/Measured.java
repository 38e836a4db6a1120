package signpost.engine.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import signpost.engine.rulebook.Change;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.Test;
import signpost.engine.vocabulary.Kind;

/**
 * Something that a rule measures, and the numbers it holds it against.
 *
 * @param called in the words of the rule, such as {@code attendance} or {@code the RONI score}
 * @param unit {@code %}, {@code points}, {@code minutes}; empty for a bare number
 * @param spans each from its smallest number to its largest, often one and the same
 */
record Measured(String called, String unit, List<Span> spans) {

    static final String PERCENT = "%";
    static final String POINTS = "points";
    private static final BigDecimal WHOLE = new BigDecimal(100);

    record Span(BigDecimal least, BigDecimal most) {
        private boolean has(BigDecimal number) {
            return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
        }
    }

    Measured {
        spans = List.copyOf(spans);
    }

    /** What the conditions of a rule measure. */
    static List<Measured> of(Rule rule) {
        Map<List<String>, List<Span>> found = new LinkedHashMap<>();
        rule.allConditions().forEach(condition -> add(condition, found));
        return found.entrySet().stream()
                .map(one -> new Measured(one.getKey().get(0), one.getKey().get(1), one.getValue()))
                .toList();
    }

    /** Whether a condition has this number; 10% of sessions missed is the other side of 90% attended. */
    boolean has(BigDecimal number) {
        return spans.stream()
                .anyMatch(span -> span.has(number) || (unit.equals(PERCENT) && span.has(WHOLE.subtract(number))));
    }

    /** The name without its article. */
    String bare() {
        return called.startsWith("the ") ? called.substring(4) : called;
    }

    /** A number with the unit. */
    String written(String number) {
        return unit.equals(PERCENT) || unit.isEmpty() ? number + unit : number + " " + unit;
    }

    Stream<String> numbers() {
        return spans.stream()
                .flatMap(span -> Stream.of(span.least(), span.most()))
                .map(BigDecimal::toPlainString)
                .distinct();
    }

    private static void add(Condition condition, Map<List<String>, List<Span>> found) {
        if (condition instanceof Condition.OfAttribute of && of.attribute().kind() instanceof Kind.Amount kind) {
            List<BigDecimal> numbers = numbers(of.test()).toList();
            if (!numbers.isEmpty()) {
                put(found, of.attribute().called(), kind.unit(), numbers);
            }
        } else if (condition instanceof Condition.Scores scores) {
            put(found, "the " + scores.score() + " score", POINTS, ends(scores));
        } else if (condition instanceof Condition.Changed changed
                && changed.change() instanceof Change.Moved moved
                && changed.attribute().kind() instanceof Kind.Amount kind
                && kind.unit().equals(PERCENT)) {
            put(found, changed.attribute().called(), POINTS, List.of(moved.atLeast()));
        }
    }

    private static void put(Map<List<String>, List<Span>> found, String called, String unit, List<BigDecimal> numbers) {
        List<Span> spans = found.computeIfAbsent(List.of(called, unit), missing -> new ArrayList<>());
        if (unit.equals(POINTS) && numbers.size() == 2) {
            spans.add(new Span(numbers.get(0), numbers.get(1)));
        } else {
            numbers.forEach(number -> spans.add(new Span(number.stripTrailingZeros(), number.stripTrailingZeros())));
        }
    }

    /** Between two ends of a score every number may be named; an open end is none. */
    private static List<BigDecimal> ends(Condition.Scores scores) {
        return Stream.of(scores.least(), scores.most())
                .filter(end -> end > 0 && end < Integer.MAX_VALUE)
                .map(BigDecimal::valueOf)
                .toList();
    }

    private static Stream<BigDecimal> numbers(Test test) {
        if (test instanceof Test.Compares compares) {
            return Stream.of(compares.with());
        }
        if (test instanceof Test.Within within) {
            return Stream.concat(numbers(within.lower()), numbers(within.upper()));
        }
        return test instanceof Test.OneOfNumbers some ? some.numbers().stream() : Stream.empty();
    }
}
