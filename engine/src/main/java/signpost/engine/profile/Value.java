package signpost.engine.profile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** A value a student's attribute can have. Absence is not a value: see {@link Fact.Unknown}. */
public sealed interface Value {

    /** The form kept in files and tables: {@code 90.4}, {@code K}, {@code Y}, {@code 2026-09-01}, {@code caring;finance}. */
    String canonical();

    record Amount(BigDecimal amount) implements Value {
        public Amount {
            amount = amount.stripTrailingZeros();
        }

        @Override
        public String canonical() {
            return amount.toPlainString();
        }
    }

    record Day(LocalDate date) implements Value {
        @Override
        public String canonical() {
            return date.toString();
        }
    }

    record YesNo(boolean yes) implements Value {
        @Override
        public String canonical() {
            return yes ? "Y" : "N";
        }
    }

    /** One of a code set or a step of a scale. */
    record Code(String code) implements Value {
        @Override
        public String canonical() {
            return code;
        }
    }

    /**
     * Several of a code set, or of any text in the order given, such as the first choice first; empty means: asked, and there
     * are none. Two of the same in another order are equal: no rule asks for the order.
     */
    record Codes(Set<String> codes) implements Value {
        public Codes {
            codes = Collections.unmodifiableSet(new LinkedHashSet<>(codes));
        }

        /** In the order of the alphabet. */
        public static Codes of(Collection<String> codes) {
            return new Codes(new TreeSet<>(codes));
        }

        @Override
        public String canonical() {
            return codes.isEmpty() ? "none" : String.join(";", codes);
        }
    }

    record Text(String text) implements Value {
        @Override
        public String canonical() {
            return text;
        }
    }
}
