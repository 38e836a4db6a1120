package signpost.api.interviews;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Joins what two people made of the same form, or one person in two windows: whatever the later did not touch has what stands
 * now, whatever they did touch stays, and of two texts both stay.
 */
final class ThreeWay {

    private static final Set<String> TEXTS = Set.of("notes", "present");
    private static final Set<String> ABOUT_THE_FORM = Set.of("was", "seen", "base", "draft", "window");

    private final InterviewForm was;
    private final InterviewForm theirs;
    private final InterviewForm now;

    private ThreeWay(InterviewForm theirs, InterviewForm now) {
        this.was = read(theirs.text("was"));
        this.theirs = theirs;
        this.now = now;
    }

    /**
     * @param theirs what the later typed, in a form that remembers how it opened
     * @param now what stands meanwhile
     */
    static InterviewForm joined(InterviewForm theirs, InterviewForm now) {
        return new ThreeWay(theirs, now).joined();
    }

    /** The form with a memory of how it stands, by which a later change is told from what was there already. */
    static InterviewForm remembering(InterviewForm form) {
        return form.with("was", written(form));
    }

    private InterviewForm joined() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Stream.of(now, theirs)
                .flatMap(form -> form.typed().keySet().stream())
                .filter(field -> !field.startsWith("action-"))
                .distinct()
                .forEach(field -> fields.put(field, field(field)));
        ABOUT_THE_FORM.forEach(
                field -> Optional.ofNullable(theirs.typed().get(field)).ifPresent(value -> fields.put(field, value)));
        actions(fields);
        return InterviewForm.of(fields);
    }

    private List<String> field(String field) {
        List<String> before = was.typed().getOrDefault(field, List.of());
        List<String> typed = theirs.typed().getOrDefault(field, List.of());
        List<String> stands = now.typed().getOrDefault(field, List.of());
        if (same(field, typed, before)) {
            return stands;
        }
        boolean bothWrote = text(field) && !same(field, stands, before);
        return bothWrote ? both(now.text(field), theirs.text(field), field.equals("notes") ? "\n\n" : "; ") : typed;
    }

    /** A form shows several values one a line, in an order of its own. */
    private static boolean same(String field, List<String> one, List<String> other) {
        return text(field) ? one.equals(other) : lines(one).equals(lines(other));
    }

    private static boolean text(String field) {
        return TEXTS.contains(field) || field.startsWith("w.");
    }

    private static Set<String> lines(List<String> values) {
        return values.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet());
    }

    private static List<String> both(String before, String typed, String between) {
        if (before.isEmpty() || typed.contains(before)) {
            return List.of(typed);
        }
        return List.of(before.contains(typed) ? before : before + between + typed);
    }

    /** Actions on record are told apart by their ids; new ones join the list unless both wrote the same. */
    private void actions(Map<String, List<String>> fields) {
        Map<String, InterviewForm.TypedAction> before = byId(was);
        Map<String, InterviewForm.TypedAction> typed = byId(theirs);
        Map<String, InterviewForm.TypedAction> stands = byId(now);
        Set<List<String>> rows = new LinkedHashSet<>();
        Stream.of(stands, typed)
                .flatMap(all -> all.keySet().stream())
                .distinct()
                .map(id -> same(before.get(id), typed.get(id)) ? stands.get(id) : typed.get(id))
                .filter(Objects::nonNull)
                .filter(action -> !action.blank())
                .forEach(action -> rows.add(row(action)));
        Stream.of(now, theirs)
                .flatMap(form -> form.actions().stream())
                .filter(action -> action.id().isEmpty())
                .forEach(action -> rows.add(List.of("", action.what(), action.who(), action.by())));
        int number = 0;
        for (List<String> row : rows) {
            String name = "action-" + ++number + "-";
            fields.put(name + "id", row.subList(0, 1));
            fields.put(name + "what", row.subList(1, 2));
            fields.put(name + "who", row.subList(2, 3));
            fields.put(name + "by", row.subList(3, 4));
        }
    }

    private static Map<String, InterviewForm.TypedAction> byId(InterviewForm form) {
        return form.actionRows().stream()
                .filter(action -> !action.id().isEmpty())
                .collect(Collectors.toMap(
                        InterviewForm.TypedAction::id, action -> action, (first, again) -> first, LinkedHashMap::new));
    }

    private static boolean same(InterviewForm.@Nullable TypedAction one, InterviewForm.@Nullable TypedAction other) {
        return row(one).equals(row(other));
    }

    private static List<String> row(InterviewForm.@Nullable TypedAction action) {
        return action == null ? List.of() : List.of(action.id(), action.what(), action.who(), action.by());
    }

    private static String written(InterviewForm form) {
        return form.typed().entrySet().stream()
                .filter(field -> !ABOUT_THE_FORM.contains(field.getKey()))
                .flatMap(field -> field.getValue().stream()
                        .map(value -> field.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    /** What cannot be read is forgotten: then everything typed counts as theirs. */
    private static InterviewForm read(String written) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String field : written.split("&", -1)) {
            int equals = field.indexOf('=');
            try {
                if (equals > 0) {
                    fields.computeIfAbsent(field.substring(0, equals), name -> new ArrayList<>())
                            .add(URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
                }
            } catch (IllegalArgumentException broken) {
                return InterviewForm.of(Map.of());
            }
        }
        return InterviewForm.of(fields);
    }
}
