package signpost.api.students;

import static signpost.api.students.IdentityField.FORENAME;
import static signpost.api.students.IdentityField.STUDENT_ID;
import static signpost.api.students.IdentityField.SURNAME;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.schools.Ids;
import signpost.api.students.Matches.Match;
import signpost.engine.cohort.SessionsCheck;
import signpost.engine.profile.Value;
import signpost.engine.vocabulary.Reading;

/** Takes one student from the MIS: wholly, or not at all with every reason. */
@Service
class StudentUpdates {

    /** What came of it. */
    record Update(UUID id, String studentId, boolean created, boolean changed) {}

    private static final Map<IdentityField, String> NAMES = Map.of(
            STUDENT_ID,
            "studentId",
            IdentityField.DATE_OF_BIRTH,
            "dateOfBirth",
            IdentityField.PREFERRED_FORENAME,
            "preferredForename",
            IdentityField.REG_GROUP,
            "regGroup");

    private final Roll roll;
    private final Enrolment enrolment;
    private final JsonFacts facts;
    private final ExportDay days;
    private final Ids ids;

    StudentUpdates(Roll roll, Enrolment enrolment, JsonFacts facts, ExportDay days, Ids ids) {
        this.roll = roll;
        this.enrolment = enrolment;
        this.facts = facts;
        this.days = days;
        this.ids = ids;
    }

    @Transactional
    Update put(String studentId, StudentRequest request) {
        var problems = new FieldProblems();
        if (request.unknown() != null) {
            problems.addUnknown(request.unknown().keySet());
        }
        LocalDate asOf = days.read(request.asOf(), problems);
        Identity identity = identity(studentId, request, asOf, problems);
        Map<String, Value> read = facts.read(request.facts(), "facts", problems);
        SessionsCheck.wrong(read).ifPresent(message -> problems.add("facts.sessions_attended", message));
        roll.lock();
        Match match = roll.find(List.of(identity)).of(identity);
        check(match, identity, problems);
        problems.throwIfAny();
        return write(match, new Enrolment.Told(identity, read), asOf);
    }

    private static Identity identity(String studentId, StudentRequest request, LocalDate asOf, FieldProblems problems) {
        Map<IdentityField, String> fields = new EnumMap<>(IdentityField.class);
        var given = request.identity();
        given.put(STUDENT_ID, studentId);
        given.forEach((field, text) -> {
            Reading reading = field.read(text == null ? "" : text, asOf);
            if (reading instanceof Reading.Read found) {
                fields.put(field, found.value().canonical());
            } else if (reading instanceof Reading.Refused refused) {
                problems.add(name(field), refused.message());
            } else if (field == STUDENT_ID) {
                problems.add(name(field), "is blank");
            }
        });
        return new Identity(fields);
    }

    private static void check(Match match, Identity identity, FieldProblems problems) {
        if (match instanceof Match.Torn torn) {
            problems.add(name(torn.field()), torn.message());
        } else if (match instanceof Match.Nobody) {
            for (IdentityField needed : List.of(SURNAME, FORENAME)) {
                if (identity.get(needed) == null) {
                    problems.add(name(needed), "is needed for a new student");
                }
            }
        }
    }

    private Update write(Match match, Enrolment.Told told, LocalDate asOf) {
        if (match instanceof Match.Known known) {
            var enrolled = enrolment.write(Map.of(), Map.of(known.student(), told), asOf);
            boolean confirmed = !enrolled.recorded().confirmed().isEmpty();
            return new Update(
                    known.student(),
                    String.valueOf(told.identity().get(STUDENT_ID)),
                    false,
                    confirmed || !enrolled.changed().isEmpty());
        }
        UUID id = ids.next();
        enrolment.write(Map.of(id, told), Map.of(), asOf);
        return new Update(id, String.valueOf(told.identity().get(STUDENT_ID)), true, true);
    }

    private static String name(IdentityField field) {
        return NAMES.getOrDefault(field, field.header());
    }
}
