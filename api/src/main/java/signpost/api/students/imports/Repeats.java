package signpost.api.students.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of one file about the same thing. */
public final class Repeats {

    private Repeats() {}

    /** Of rows alike in every cell the first counts; the others are refused. */
    static void refuseCopies(Collection<Draft> rows) {
        Map<List<String>, Draft> first = new HashMap<>();
        for (Draft row : rows) {
            Draft before = first.putIfAbsent(row.cells(), row);
            if (before != null) {
                row.refuse("repeats row " + before.number() + " word for word");
            }
        }
    }

    /**
     * Refuses every row of a group with the same key, naming the others: which of them is right cannot be told.
     *
     * @param key what must differ; null where a row has none
     * @param what how it reads: {@code about the same UPN as}
     */
    public static void refuse(Collection<Draft> rows, Function<Draft, @Nullable Object> key, String what) {
        Map<Object, List<Draft>> groups = new LinkedHashMap<>();
        for (Draft row : rows) {
            Object found = key.apply(row);
            if (found != null) {
                groups.computeIfAbsent(found, group -> new ArrayList<>()).add(row);
            }
        }
        groups.values().stream()
                .filter(group -> group.size() > 1)
                .forEach(group -> group.forEach(
                        row -> row.refuse("is " + what + " " + others(group, row) + ": keep the one that is right")));
    }

    private static String others(List<Draft> group, Draft row) {
        List<String> numbers = group.stream()
                .filter(other -> other != row)
                .limit(10)
                .map(other -> Integer.toString(other.number()))
                .toList();
        String last = numbers.get(numbers.size() - 1);
        return numbers.size() == 1
                ? "row " + last
                : "rows " + numbers.subList(0, numbers.size() - 1).stream().collect(Collectors.joining(", ")) + " and "
                        + last;
    }
}
