package signpost.engine.vocabulary;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What sort of value an attribute has, and which values it may have. */
public sealed interface Kind {

    /**
     * A number within a range.
     *
     * @param min smallest value, included
     * @param max largest value, included
     * @param unit as written after a number, such as {@code %} or {@code minutes}; may be empty
     * @param whole whether fractions are refused
     */
    record Amount(BigDecimal min, BigDecimal max, String unit, boolean whole) implements Kind {
        public boolean allows(BigDecimal amount) {
            return amount.compareTo(min) >= 0
                    && amount.compareTo(max) <= 0
                    && (!whole || amount.stripTrailingZeros().scale() <= 0);
        }
    }

    record Day() implements Kind {}

    record YesNo() implements Kind {}

    /** One of a code set, code to label, in the order written. */
    record OneOf(Map<String, String> codes) implements Kind {
        public OneOf {
            codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        }
    }

    /** Several of a code set at once; an empty set means any text is a code. */
    record SomeOf(Map<String, String> codes) implements Kind {
        public SomeOf {
            codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        }
    }

    /** Ordered steps, lowest first, code to label. */
    record Scale(Map<String, String> codes) implements Kind {
        public Scale {
            codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        }

        /** The step's position from 0, or -1 when the scale has no such step. */
        public int position(String code) {
            return List.copyOf(codes.keySet()).indexOf(code);
        }
    }

    record Text() implements Kind {}

    /** The codes and labels of this kind; empty where it has none. */
    default Map<String, String> labels() {
        if (this instanceof OneOf oneOf) {
            return oneOf.codes();
        }
        if (this instanceof SomeOf someOf) {
            return someOf.codes();
        }
        return this instanceof Scale scale ? scale.codes() : Map.of();
    }
}
