package signpost.api.interviews;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import signpost.engine.profile.Value;

/**
 * A conversation with a student. A student has at most one of a kind on a day.
 *
 * @param student Signpost's id of the student
 * @param interviewer as the school names them: a person or a role
 * @param answers attribute to what the student said; what was not asked is absent
 * @param notes personal text, which no rule reads
 * @param actions what was agreed; personal text too
 */
public record Interview(
        UUID student,
        LocalDate heldOn,
        InterviewKind kind,
        Optional<String> interviewer,
        Map<String, Value> answers,
        Optional<String> notes,
        Optional<String> actions) {

    /** Longest interviewer, in characters. */
    public static final int LONGEST_NAME = 200;

    /** Longest notes and longest actions, in characters. */
    public static final int LONGEST_TEXT = 4_000;

    public Interview {
        answers = Map.copyOf(answers);
    }

    /** Whether both say the same, word for word: lists in the same order too. */
    boolean saysAs(Interview other) {
        return equals(other) && written().equals(other.written());
    }

    private Map<String, String> written() {
        return answers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, answer -> answer.getValue().canonical()));
    }

    /** What makes it the same conversation, told again. */
    Key key() {
        return new Key(student, heldOn, kind);
    }

    /** At most one interview has it. */
    record Key(UUID student, LocalDate heldOn, InterviewKind kind) {}
}
