package signpost.api.interviews;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import signpost.api.pages.TypedDay;
import signpost.engine.profile.Value;

/** An interview on record with all that belongs to it, its agreed actions apart. */
record Held(UUID id, Interview interview, Circumstances.Of circumstances) {

    /** The same as a form shows it to be changed. */
    InterviewForm form(List<AgreedAction> actions) {
        Map<String, List<String>> typed =
                new LinkedHashMap<>(dayOf(interview.heldOn()).typed());
        interview.answers().forEach((key, value) -> typed.put("q." + key, typed(value)));
        circumstances.unsure().forEach(key -> typed.put("q." + key, List.of(InterviewForm.NOT_SURE)));
        circumstances.words().forEach((key, words) -> typed.put("w." + key, List.of(words)));
        typed.put("present", List.of(circumstances.present()));
        typed.put("notes", interview.notes().stream().toList());
        typed.put("base", List.of(id.toString()));
        return InterviewForm.of(typed).withActions(actions);
    }

    static InterviewForm dayOf(LocalDate day) {
        TypedDay typed = TypedDay.of(day);
        return InterviewForm.of(Map.of(
                "on-day", List.of(typed.dayOfMonth()),
                "on-month", List.of(typed.month()),
                "on-year", List.of(typed.year())));
    }

    private static List<String> typed(Value value) {
        return value instanceof Value.Codes codes && !codes.codes().isEmpty()
                ? new ArrayList<>(codes.codes())
                : List.of(value.canonical());
    }
}
