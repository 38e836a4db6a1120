package signpost.api.caseload;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many students a filter leaves, and how many each other choice would leave with the rest as it is.
 *
 * @param students in the list
 * @param waiting of them, those with a suggestion nobody has decided
 * @param suggested suggestions of theirs
 * @param anyhow how many there were if neither status nor intervention were chosen
 * @param mine how many students the person answers for, listed or not
 */
record Counts(
        int students,
        int waiting,
        int suggested,
        int deferred,
        int accepted,
        int anyhow,
        int mine,
        Map<By, List<Choice>> by) {

    /** A value to choose and how many students it leaves. The value is empty for any. */
    record Choice(String value, int students) {}

    /** A row as counted. */
    record Counted(String kind, @Nullable String value, int students) {}

    /** Tutor groups and years in the order people read them: 9 before 10. */
    private static final Comparator<String> NATURAL =
            Comparator.comparing(Counts::padded).thenComparing(Comparator.naturalOrder());

    static Counts of(List<Counted> rows) {
        Map<String, Integer> totals = new HashMap<>();
        Map<By, Map<String, Integer>> by = new EnumMap<>(By.class);
        for (Counted row : rows) {
            String value = row.value() == null ? "" : row.value();
            if (row.kind().equals("total")) {
                totals.put(value, row.students());
            } else {
                by.computeIfAbsent(By.valueOf(row.kind()), kind -> new TreeMap<>(NATURAL))
                        .put(value, row.students());
            }
        }
        Map<By, List<Choice>> choices = new EnumMap<>(By.class);
        by.forEach((kind, values) -> choices.put(
                kind,
                values.entrySet().stream()
                        .map(choice -> new Choice(choice.getKey(), choice.getValue()))
                        .toList()));
        return new Counts(
                totals.getOrDefault("students", 0),
                totals.getOrDefault("waiting", 0),
                totals.getOrDefault("suggested", 0),
                totals.getOrDefault("deferred", 0),
                totals.getOrDefault("accepted", 0),
                totals.getOrDefault("anyhow", 0),
                totals.getOrDefault("mine", 0),
                choices);
    }

    List<Choice> of(By kind) {
        return by.getOrDefault(kind, List.of());
    }

    /** How many this choice would leave. */
    int of(By kind, String value) {
        return of(kind).stream()
                .filter(choice -> choice.value().equals(value))
                .mapToInt(Choice::students)
                .findFirst()
                .orElse(0);
    }

    private static String padded(String value) {
        return value.replaceAll("(?<!\\d)(\\d)(?!\\d)", "0$1");
    }
}
