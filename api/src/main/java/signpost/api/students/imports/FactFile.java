package signpost.api.students.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import signpost.api.students.NewObservation;
import signpost.api.students.Observations;
import signpost.api.students.OurSchool;
import signpost.api.students.Recorded;
import signpost.engine.profile.Source;
import signpost.engine.profile.Value;

/** Facts about students already known: an attendance summary, grades, or whatever else the vocabulary has a word for. */
@Component
@Order(3)
class FactFile implements FileKind {

    private final KnownStudents students;
    private final Observations observations;
    private final OurSchool school;

    FactFile(KnownStudents students, Observations observations, OurSchool school) {
        this.students = students;
        this.observations = observations;
        this.school = school;
    }

    @Override
    public String name() {
        return "facts";
    }

    @Override
    public boolean fits(Layout layout) {
        return layout.namesStudents() && !layout.attributes().isEmpty();
    }

    @Override
    public Taken take(Layout layout, List<Draft> rows, LocalDate asOf) {
        Map<Draft, UUID> known = students.of(layout, rows, asOf);
        Map<Draft, Map<String, Value>> facts = new LinkedHashMap<>();
        rows.forEach(row -> facts.put(row, FactCells.read(layout, row)));
        Repeats.refuse(rows, known::get, "about the same student as");

        List<NewObservation> told = new ArrayList<>();
        Set<UUID> about = new HashSet<>();
        facts.forEach((row, values) -> {
            if (row.sound()) {
                UUID student = Objects.requireNonNull(known.get(row));
                about.add(student);
                values.forEach((attribute, value) ->
                        told.add(new NewObservation(student, attribute, value, Source.MIS, asOf)));
            }
        });
        Recorded recorded = observations.record(school.id(), told);
        int changed = recorded.changed().size();
        return new Taken(0, changed, about.size() - changed, recorded.added(), recorded.confirmations(), List.of());
    }
}
