package signpost.api.capacity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;

/**
 * What a school can give, as typed: {@code places-CODE}, {@code hours-CODE} and {@code adviser-ID}. Kept as typed, so that
 * nothing is lost when it is shown again.
 */
record LimitForm(Map<String, String> typed) {

    private static final BigDecimal MOST_HOURS = new BigDecimal("9999.75");

    LimitForm {
        typed = Map.copyOf(typed);
    }

    static LimitForm of(Capacity capacity) {
        Map<String, String> typed = new HashMap<>();
        capacity.limits().forEach((code, limit) -> {
            limit.places().ifPresent(places -> typed.put(places(code), "" + places));
            limit.hours().ifPresent(hours -> typed.put(hours(code), Fitting.plain(hours)));
        });
        capacity.advisers().forEach((staff, one) -> typed.put(adviser(staff), Fitting.plain(one.hours())));
        return new LimitForm(typed);
    }

    static String places(String code) {
        return "places-" + code;
    }

    static String hours(String code) {
        return "hours-" + code;
    }

    static String adviser(UUID staff) {
        return "adviser-" + staff;
    }

    /** All of it in one line, by which another page knows what stood there: {@code places-ATT-01=8;...}. */
    String written() {
        return new TreeMap<>(typed)
                .entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining(";"));
    }

    static LimitForm read(String written) {
        Map<String, String> typed = new HashMap<>();
        for (String field : written.split(";", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                typed.put(field.substring(0, equals), field.substring(equals + 1));
            }
        }
        return new LimitForm(typed);
    }

    /** What a person typed stays; where they typed nothing new, what somebody else set since stands. */
    LimitForm after(LimitForm seen, LimitForm now) {
        Map<String, String> merged = new HashMap<>(typed);
        now.typed().keySet().forEach(field -> merged.putIfAbsent(field, ""));
        merged.replaceAll((field, value) -> value.strip().equals(seen.value(field)) ? now.value(field) : value);
        return new LimitForm(merged);
    }

    /** What was typed into a field. */
    public String value(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** @param titles of the interventions, by code */
    Mistakes mistakes(Map<String, String> titles, List<Limits.Adviser> advisers) {
        List<Mistake> all = new ArrayList<>();
        advisers.forEach(one -> checkHours(adviser(one.id()), one.name(), all));
        titles.forEach((code, title) -> {
            if (!value(places(code)).isEmpty() && number(places(code)).isEmpty()) {
                all.add(new Mistake(
                        places(code), title + ": enter places as a whole number from 0 to 10000, or nothing"));
            }
            checkHours(hours(code), title, all);
        });
        return new Mistakes(all);
    }

    Limit limit(String code) {
        return new Limit(number(places(code)), amount(hours(code)));
    }

    Optional<BigDecimal> hours(UUID adviser) {
        return amount(adviser(adviser));
    }

    private void checkHours(String field, String whose, List<Mistake> all) {
        if (!value(field).isEmpty() && amount(field).isEmpty()) {
            all.add(new Mistake(field, whose + ": enter hours as a number such as 12 or 12.5, or nothing"));
        }
    }

    private Optional<Integer> number(String field) {
        return value(field).matches("\\d{1,5}")
                ? Optional.of(Integer.valueOf(value(field))).filter(places -> places <= 10_000)
                : Optional.empty();
    }

    private Optional<BigDecimal> amount(String field) {
        return value(field).matches("\\d{1,4}(\\.\\d{1,2})?")
                ? Optional.of(new BigDecimal(value(field))).filter(hours -> hours.compareTo(MOST_HOURS) <= 0)
                : Optional.empty();
    }
}
