package signpost.api.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields of a form as a person fills them in. */
final class Typed {

    private final Map<String, String> fields = new LinkedHashMap<>();

    static Typed of(String field, String value) {
        return new Typed().and(field, value);
    }

    Typed and(String field, String value) {
        fields.put(field, value);
        return this;
    }

    /** A day in its three fields. */
    Typed and(String field, LocalDate day) {
        fields.put(field + "-day", Integer.toString(day.getDayOfMonth()));
        fields.put(field + "-month", Integer.toString(day.getMonthValue()));
        fields.put(field + "-year", Integer.toString(day.getYear()));
        return this;
    }

    Map<String, String> fields() {
        return Map.copyOf(fields);
    }
}
