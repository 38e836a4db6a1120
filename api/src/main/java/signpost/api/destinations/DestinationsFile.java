package signpost.api.destinations;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import signpost.api.students.imports.Draft;
import signpost.api.students.imports.FileKind;
import signpost.api.students.imports.KnownStudents;
import signpost.api.students.imports.Layout;
import signpost.api.students.imports.Repeats;
import signpost.api.students.imports.Taken;
import signpost.engine.cohort.Outcome;

/** A file of what became of students: whose, and the outcome. A blank outcome says nothing and takes nothing back. */
@Component
@Order(4)
class DestinationsFile implements FileKind {

    static final String NAME = "destinations";

    private static final String OUTCOME = "outcome";

    private final KnownStudents students;
    private final Destinations destinations;

    DestinationsFile(KnownStudents students, Destinations destinations) {
        this.students = students;
        this.destinations = destinations;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean fits(Layout layout) {
        return layout.namesStudents()
                && layout.column(OUTCOME).isPresent()
                && layout.attributes().isEmpty();
    }

    @Override
    public Set<String> columns() {
        return Set.of(OUTCOME);
    }

    @Override
    public Taken take(Layout layout, List<Draft> rows, LocalDate asOf) {
        Map<Draft, UUID> known = students.of(layout, rows, asOf);
        Map<Draft, Optional<Outcome>> read = new LinkedHashMap<>();
        rows.forEach(row -> read.put(row, outcome(row, row.cell(layout.column(OUTCOME)))));
        Repeats.refuse(rows, known::get, "about the same student as");
        Map<UUID, Outcome> told = new LinkedHashMap<>();
        int blank = 0;
        for (Draft row : rows) {
            UUID student = known.get(row);
            if (row.sound() && student != null) {
                Optional<Outcome> outcome = read.getOrDefault(row, Optional.empty());
                outcome.ifPresent(one -> told.put(student, one));
                blank += outcome.isPresent() ? 0 : 1;
            }
        }
        Destinations.Kept kept = destinations.record(told, asOf);
        return new Taken(kept.fresh(), kept.changed(), kept.unchanged() + blank, 0, 0, warnings(kept));
    }

    private static List<String> warnings(Destinations.Kept kept) {
        return kept.older() == 0
                ? List.of()
                : List.of(kept.older() + (kept.older() == 1 ? " row is" : " rows are")
                        + " older than what is on record of the student, which stands.");
    }

    private static Optional<Outcome> outcome(Draft row, String cell) {
        Optional<Outcome> outcome = Outcome.written(cell);
        if (outcome.isEmpty() && !cell.isEmpty()) {
            row.refuse(OUTCOME, "is no outcome: write sustained, not sustained, never placed or not known");
        }
        return outcome;
    }
}
