package signpost.api.students.imports;

import static signpost.api.students.IdentityField.FORENAME;
import static signpost.api.students.IdentityField.STUDENT_ID;
import static signpost.api.students.IdentityField.SURNAME;
import static signpost.api.students.IdentityField.ULN;
import static signpost.api.students.IdentityField.UPN;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import signpost.api.schools.Ids;
import signpost.api.students.Enrolment;
import signpost.api.students.Identity;
import signpost.api.students.IdentityField;
import signpost.api.students.Matches;
import signpost.api.students.Matches.Match;
import signpost.api.students.Roll;
import signpost.engine.profile.Value;

/** Students with their names, canonical or under census headers: new ones are enrolled, known ones brought up to date. */
@Component
@Order(2)
class StudentFile implements FileKind {

    private final Roll roll;
    private final Enrolment enrolment;
    private final Ids ids;

    StudentFile(Roll roll, Enrolment enrolment, Ids ids) {
        this.roll = roll;
        this.enrolment = enrolment;
        this.ids = ids;
    }

    private record Read(Identity identity, Map<String, Value> facts) {}

    @Override
    public String name() {
        return "students";
    }

    @Override
    public boolean fits(Layout layout) {
        return layout.namesStudents()
                && layout.identity(SURNAME).isPresent()
                && layout.identity(FORENAME).isPresent();
    }

    @Override
    public Taken take(Layout layout, List<Draft> rows, LocalDate asOf) {
        Map<Draft, Read> read = new LinkedHashMap<>();
        rows.forEach(
                row -> read.put(row, new Read(IdentityCells.read(layout, row, asOf), FactCells.read(layout, row))));
        for (IdentityField field : List.of(UPN, STUDENT_ID, ULN)) {
            Repeats.refuse(rows, row -> identity(read, row).get(field), "under the same " + field.header() + " as");
        }
        roll.lock();
        Map<Draft, UUID> students = match(read);
        Repeats.refuse(rows, students::get, "about the same student as");
        return write(read, students, asOf);
    }

    private Map<Draft, UUID> match(Map<Draft, Read> read) {
        Matches matches = roll.find(read.values().stream().map(Read::identity).toList());
        Map<Draft, UUID> students = new LinkedHashMap<>();
        read.forEach((row, one) -> {
            Match match = matches.of(one.identity());
            if (match instanceof Match.Known known) {
                students.put(row, known.student());
            } else if (match instanceof Match.Torn torn) {
                row.refuse(torn.field().header(), torn.message());
            } else if (one.identity().get(SURNAME) == null || one.identity().get(FORENAME) == null) {
                row.refuse("is about a new student, who needs a surname and a forename");
            }
        });
        return students;
    }

    private Taken write(Map<Draft, Read> read, Map<Draft, UUID> known, LocalDate asOf) {
        Map<UUID, Enrolment.Told> newcomers = new LinkedHashMap<>();
        Map<UUID, Enrolment.Told> others = new LinkedHashMap<>();
        read.forEach((row, one) -> {
            if (row.sound()) {
                @Nullable UUID student = known.get(row);
                var told = new Enrolment.Told(one.identity(), one.facts());
                if (student == null) {
                    newcomers.put(ids.next(), told);
                } else {
                    others.put(student, told);
                }
            }
        });
        Enrolment.Enrolled enrolled = enrolment.write(newcomers, others, asOf);
        int changed = enrolled.changed().size();
        return new Taken(
                newcomers.size(),
                changed,
                others.size() - changed,
                enrolled.recorded().added(),
                enrolled.recorded().confirmations(),
                Warnings.of(read.keySet(), row -> identity(read, row)));
    }

    private static Identity identity(Map<Draft, Read> read, Draft row) {
        Read found = read.get(row);
        return found == null ? new Identity(Map.of()) : found.identity();
    }
}
