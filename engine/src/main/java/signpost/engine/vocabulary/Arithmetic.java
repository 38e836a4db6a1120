package signpost.engine.vocabulary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Value;

/** A sum over numbers that are known of a student. */
public sealed interface Arithmetic {

    /** The keys of the attributes it reads. */
    Set<String> keys();

    /** Its result; nothing when an attribute is not known, or where it divides by nothing. */
    Optional<BigDecimal> result(Map<String, Fact.Known> facts);

    record Constant(BigDecimal number) implements Arithmetic {
        @Override
        public Set<String> keys() {
            return Set.of();
        }

        @Override
        public Optional<BigDecimal> result(Map<String, Fact.Known> facts) {
            return Optional.of(number);
        }
    }

    record Of(String key) implements Arithmetic {
        @Override
        public Set<String> keys() {
            return Set.of(key);
        }

        @Override
        public Optional<BigDecimal> result(Map<String, Fact.Known> facts) {
            Fact.Known known = facts.get(key);
            return known != null && known.value() instanceof Value.Amount amount
                    ? Optional.of(amount.amount())
                    : Optional.empty();
        }
    }

    /**
     * One number and another.
     *
     * @param sign one of {@code + - * /}
     */
    record Two(Arithmetic left, char sign, Arithmetic right) implements Arithmetic {
        @Override
        public Set<String> keys() {
            Set<String> keys = new TreeSet<>(left.keys());
            keys.addAll(right.keys());
            return keys;
        }

        @Override
        public Optional<BigDecimal> result(Map<String, Fact.Known> facts) {
            Optional<BigDecimal> first = left.result(facts);
            Optional<BigDecimal> second = right.result(facts);
            return first.isEmpty() || second.isEmpty() ? Optional.empty() : result(first.get(), second.get());
        }

        private Optional<BigDecimal> result(BigDecimal first, BigDecimal second) {
            MathContext digits = MathContext.DECIMAL64;
            return switch (sign) {
                case '+' -> Optional.of(first.add(second, digits));
                case '-' -> Optional.of(first.subtract(second, digits));
                case '*' -> Optional.of(first.multiply(second, digits));
                default -> second.signum() == 0 ? Optional.empty() : Optional.of(first.divide(second, digits));
            };
        }
    }
}
