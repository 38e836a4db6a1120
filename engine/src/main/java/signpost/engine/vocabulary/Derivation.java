package signpost.engine.vocabulary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Source;
import signpost.engine.profile.Value;

/**
 * How an attribute is worked out from others when nobody stated it. Not known as soon as one of them is not known; as old
 * as the oldest of them.
 */
public sealed interface Derivation {

    /** The keys of the attributes it is worked out from. */
    Set<String> inputs();

    /** As written in the vocabulary. */
    String words();

    /** The value these facts give, or nothing where they give none. */
    Optional<Value> value(Map<String, Fact.Known> facts);

    /** The fact these facts give. */
    default Optional<Fact.Known> fact(Map<String, Fact.Known> facts) {
        LocalDate oldest = null;
        for (String input : inputs()) {
            Fact.Known known = facts.get(input);
            if (known == null) {
                return Optional.empty();
            }
            oldest = oldest == null || known.confirmedOn().isBefore(oldest) ? known.confirmedOn() : oldest;
        }
        LocalDate confirmed = oldest == null ? LocalDate.MIN : oldest;
        return value(facts).map(value -> new Fact.Known(value, Source.WORKED_OUT, confirmed));
    }

    /**
     * A number by arithmetic.
     *
     * @param kind the range outside which a result is nonsense, and so not known
     */
    record Formula(Arithmetic arithmetic, Kind.Amount kind, String words) implements Derivation {

        /** With up to 1,000 sessions no share that is not a whole percentage is rounded to one. */
        private static final int DECIMALS = 3;

        @Override
        public Set<String> inputs() {
            return new TreeSet<>(arithmetic.keys());
        }

        @Override
        public Optional<Value> value(Map<String, Fact.Known> facts) {
            return arithmetic
                    .result(facts)
                    .map(result -> result.setScale(DECIMALS, RoundingMode.HALF_UP))
                    .map(BigDecimal::stripTrailingZeros)
                    .filter(kind::allows)
                    .map(Value.Amount::new);
        }
    }

    /**
     * Yes or no, by the value of one other attribute.
     *
     * @param among whether "yes" means that the value is one of {@code values}, or that it is none of them
     * @param values canonical values
     * @param silent canonical values that leave it not known
     */
    record YesWhen(String key, boolean among, List<String> values, List<String> silent, String words)
            implements Derivation {
        public YesWhen {
            values = values.stream().sorted(Comparator.naturalOrder()).toList();
            silent = silent.stream().sorted(Comparator.naturalOrder()).toList();
        }

        @Override
        public Set<String> inputs() {
            return Set.of(key);
        }

        @Override
        public Optional<Value> value(Map<String, Fact.Known> facts) {
            Fact.Known known = facts.get(key);
            if (known == null || contains(silent, known.value())) {
                return Optional.empty();
            }
            return Optional.of(new Value.YesNo(contains(values, known.value()) == among));
        }

        private static boolean contains(List<String> values, Value value) {
            return values.stream().anyMatch(value.canonical()::equalsIgnoreCase);
        }
    }
}
