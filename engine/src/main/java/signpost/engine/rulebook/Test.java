package signpost.engine.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import signpost.engine.profile.DayPoint;
import signpost.engine.profile.Fact;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.profile.Value;

/** A question about one attribute's fact. Each record's components identify it: equal tests are the same test. */
public sealed interface Test {

    Answer ask(Fact fact, StudentOnDate student);

    /** A test of a known value; an unknown one answers unknown. */
    sealed interface OfValue extends Test {

        boolean holds(Value value, StudentOnDate student);

        @Override
        default Answer ask(Fact fact, StudentOnDate student) {
            return fact instanceof Fact.Known known ? Answer.of(holds(known.value(), student)) : Answer.UNKNOWN;
        }
    }

    record Compares(Comparison comparison, BigDecimal with) implements OfValue {
        @Override
        public boolean holds(Value value, StudentOnDate student) {
            return value instanceof Value.Amount number
                    && comparison.holds(number.amount().compareTo(with));
        }
    }

    /** A range: one test for each end, so that each says whether its end is included. */
    record Within(OfValue lower, OfValue upper) implements OfValue {
        @Override
        public boolean holds(Value value, StudentOnDate student) {
            return lower.holds(value, student) && upper.holds(value, student);
        }
    }

    record OneOfNumbers(List<BigDecimal> numbers) implements OfValue {
        public OneOfNumbers {
            numbers = numbers.stream()
                    .map(BigDecimal::stripTrailingZeros)
                    .sorted()
                    .toList();
        }

        @Override
        public boolean holds(Value value, StudentOnDate student) {
            return value instanceof Value.Amount number && numbers.contains(number.amount());
        }
    }

    /** A step of a scale; {@code steps} is the whole scale, lowest first. */
    record Stands(Comparison comparison, String at, List<String> steps) implements OfValue {
        public Stands {
            steps = List.copyOf(steps);
        }

        @Override
        public boolean holds(Value value, StudentOnDate student) {
            int step = value instanceof Value.Code code ? steps.indexOf(code.code()) : -1;
            return step >= 0 && comparison.holds(Integer.compare(step, steps.indexOf(at)));
        }
    }

    record IsOneOf(Set<String> codes) implements OfValue {
        public IsOneOf {
            codes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(codes));
        }

        @Override
        public boolean holds(Value value, StudentOnDate student) {
            return value instanceof Value.Code code && codes.contains(code.code());
        }
    }

    record Includes(Set<String> codes) implements OfValue {
        public Includes {
            codes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(codes));
        }

        @Override
        public boolean holds(Value value, StudentOnDate student) {
            return value instanceof Value.Codes stated
                    && stated.codes().stream().anyMatch(codes::contains);
        }
    }

    record HasNone() implements OfValue {
        @Override
        public boolean holds(Value value, StudentOnDate student) {
            return value instanceof Value.Codes stated && stated.codes().isEmpty();
        }
    }

    record Says(boolean yes) implements OfValue {
        @Override
        public boolean holds(Value value, StudentOnDate student) {
            return value instanceof Value.YesNo answer && answer.yes() == yes;
        }
    }

    record Falls(Comparison comparison, DayPoint day) implements OfValue {
        @Override
        public boolean holds(Value value, StudentOnDate student) {
            return value instanceof Value.Day date
                    && comparison.holds(date.date().compareTo(day.seenFrom(student.on(), student.calendar())));
        }
    }

    record IsKnown() implements Test {
        @Override
        public Answer ask(Fact fact, StudentOnDate student) {
            return Answer.of(fact instanceof Fact.Known);
        }
    }

    /** Never confirmed, or last confirmed before the term began that lies {@code termsBack} terms before this one. */
    record NotConfirmedSince(int termsBack) implements Test {
        @Override
        public Answer ask(Fact fact, StudentOnDate student) {
            return Answer.of(!(fact instanceof Fact.Known known)
                    || known.confirmedOn()
                            .isBefore(student.calendar()
                                    .before(student.on(), termsBack)
                                    .starts()));
        }
    }
}
