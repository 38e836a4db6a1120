package signpost.api.interviews;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.students.ExportDay;
import signpost.api.students.FieldProblems;
import signpost.api.students.JsonFacts;
import signpost.api.students.Roll;
import signpost.api.students.Student;
import signpost.api.students.Students;
import signpost.engine.profile.Value;

/** Takes one interview: wholly, or not at all with every reason. */
@Service
class InterviewIntake {

    /** What came of it. */
    record Taken(UUID id, boolean created, boolean changed) {}

    private final Roll roll;
    private final Students students;
    private final Interviews interviews;
    private final JsonFacts facts;
    private final ExportDay days;

    InterviewIntake(Roll roll, Students students, Interviews interviews, JsonFacts facts, ExportDay days) {
        this.roll = roll;
        this.students = students;
        this.interviews = interviews;
        this.facts = facts;
        this.days = days;
    }

    @Transactional
    Taken take(InterviewRequest request) {
        var problems = new FieldProblems();
        if (request.unknown() != null) {
            problems.addUnknown(request.unknown().keySet());
        }
        var reader = new InterviewReader(problems::add, days.today());
        Optional<LocalDate> heldOn = reader.day("date", text(request.date()));
        Optional<InterviewKind> kind = reader.kind("kind", text(request.kind()));
        Optional<String> interviewer = reader.text("interviewer", text(request.interviewer()), Interview.LONGEST_NAME);
        Optional<String> notes = reader.text("notes", text(request.notes()), Interview.LONGEST_TEXT);
        Optional<String> actions = reader.text("actions", text(request.actions()), Interview.LONGEST_TEXT);
        Map<String, Value> answers = facts.read(request.answers(), "answers", problems);
        Optional<Student> student = students.byStudentId(text(request.studentId()));
        if (student.isEmpty()) {
            problems.add("studentId", "belongs to no student of this school: send the student first");
        }
        problems.throwIfAny();
        return keep(new Interview(
                student.orElseThrow().id(),
                heldOn.orElseThrow(),
                kind.orElseThrow(),
                interviewer,
                answers,
                notes,
                actions));
    }

    private Taken keep(Interview interview) {
        roll.lock();
        Interviews.Kept kept = interviews.keep(List.of(interview));
        UUID id = kept.kept().values().iterator().next();
        return new Taken(id, kept.fresh() > 0, kept.unchanged() == 0);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
