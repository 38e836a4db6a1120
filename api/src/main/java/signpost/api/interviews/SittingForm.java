package signpost.api.interviews;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import signpost.api.pages.SentId;
import signpost.api.pages.TypedDay;

/**
 * What somebody typed of a whole group, as typed.
 *
 * @param about the day of the sitting, and up to when the author knew of what others recorded
 * @param told by student, those with an answer only
 */
record SittingForm(InterviewForm about, Map<UUID, InterviewForm> told) {

    /** Nothing typed yet. */
    static SittingForm blank(LocalDate today, Instant seen) {
        return new SittingForm(Held.dayOf(today).with("seen", InterviewForm.micros(seen)), Map.of());
    }

    /** Fields of answers are the student's id and the attribute: {@code 0190....plan_state}. */
    static SittingForm of(MultiValueMap<String, String> sent) {
        Map<UUID, MultiValueMap<String, String>> byStudent = new LinkedHashMap<>();
        sent.forEach((field, values) -> {
            int dot = field.indexOf('.');
            SentId.of(dot < 0 ? "" : field.substring(0, dot))
                    .ifPresent(student -> byStudent
                            .computeIfAbsent(student, first -> new LinkedMultiValueMap<>())
                            .addAll("q." + field.substring(dot + 1), parts(values)));
        });
        Map<UUID, InterviewForm> told = new LinkedHashMap<>();
        byStudent.forEach((student, fields) -> {
            InterviewForm form = InterviewForm.of(fields);
            if (!form.typed().isEmpty()) {
                told.put(student, form);
            }
        });
        return new SittingForm(InterviewForm.of(sent).asking(List.of()), told);
    }

    /** Several answers to one question stand in one field. */
    private static List<String> parts(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(";", -1)))
                .toList();
    }

    public TypedDay day() {
        return TypedDay.of(about.day(), "on");
    }

    /** What was typed of these students alone. */
    SittingForm of(Collection<UUID> students) {
        Map<UUID, InterviewForm> some = new LinkedHashMap<>(told);
        some.keySet().retainAll(students);
        return new SittingForm(about, some);
    }

    SittingForm seen(Instant at) {
        return new SittingForm(about.with("seen", InterviewForm.micros(at)), told);
    }

    /** How much was typed, in characters. */
    int length() {
        return told.values().stream()
                .flatMap(form -> form.typed().values().stream())
                .flatMap(List::stream)
                .mapToInt(String::length)
                .sum();
    }
}
