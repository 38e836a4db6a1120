package signpost.api.students.imports;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import signpost.api.students.Identity;
import signpost.api.students.Matches;
import signpost.api.students.Matches.Match;
import signpost.api.students.Roll;

/** Finds the students whom the rows of a file are about, where a row may not make new ones. */
@Component
public class KnownStudents {

    private final Roll roll;

    KnownStudents(Roll roll) {
        this.roll = roll;
    }

    /** Students by row; a row about nobody, or about two students, is refused and left out. */
    public Map<Draft, UUID> of(Layout layout, List<Draft> rows, LocalDate asOf) {
        roll.lock();
        Map<Draft, Identity> identities = new LinkedHashMap<>();
        rows.forEach(row -> identities.put(row, IdentityCells.read(layout, row, asOf)));
        Matches matches = roll.find(identities.values());
        Map<Draft, UUID> students = new LinkedHashMap<>();
        identities.forEach((row, identity) -> {
            Match match = matches.of(identity);
            if (match instanceof Match.Known known) {
                students.put(row, known.student());
            } else if (match instanceof Match.Torn torn) {
                row.refuse(torn.field().header(), torn.message());
            } else if (!identity.fields().isEmpty()) {
                row.refuse("is about a student whom Signpost does not know: import students first");
            }
        });
        return students;
    }
}
