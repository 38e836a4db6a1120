package signpost.api.interviews;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import signpost.api.students.imports.Draft;
import signpost.api.students.imports.FactCells;
import signpost.api.students.imports.FileKind;
import signpost.api.students.imports.KnownStudents;
import signpost.api.students.imports.Layout;
import signpost.api.students.imports.Repeats;
import signpost.api.students.imports.Taken;
import signpost.engine.profile.Value;

/** A file of interviews, one row each. */
@Component
@Order(1)
class InterviewFile implements FileKind {

    private static final String DATE = "date";
    private static final String KIND = "kind";
    private static final String INTERVIEWER = "interviewer";
    private static final String NOTES = "notes";
    private static final String ACTIONS = "actions";

    private final KnownStudents students;
    private final Interviews interviews;

    InterviewFile(KnownStudents students, Interviews interviews) {
        this.students = students;
        this.interviews = interviews;
    }

    @Override
    public String name() {
        return "interviews";
    }

    @Override
    public boolean fits(Layout layout) {
        return layout.namesStudents()
                && layout.column(DATE).isPresent()
                && layout.attributes().keySet().stream()
                        .anyMatch(attribute -> attribute.key().equals("plan_state")
                                || attribute.key().startsWith("knows_"));
    }

    @Override
    public Optional<String> fault(Layout layout) {
        return layout.column(KIND).isPresent()
                ? Optional.empty()
                : Optional.of("A file of interviews needs a column \"kind\" beside \"date\".");
    }

    @Override
    public Set<String> columns() {
        return Set.of(DATE, KIND, INTERVIEWER, NOTES, ACTIONS);
    }

    @Override
    public Taken take(Layout layout, List<Draft> rows, LocalDate asOf) {
        Map<Draft, UUID> known = students.of(layout, rows, asOf);
        Map<Draft, Interview> told = new LinkedHashMap<>();
        for (Draft row : rows) {
            read(layout, row, Optional.ofNullable(known.get(row)), asOf).ifPresent(one -> told.put(row, one));
        }
        Repeats.refuse(rows, row -> key(told.get(row)), "about the same student, date and kind as");
        List<Interview> sound = new ArrayList<>();
        told.forEach((row, one) -> {
            if (row.sound()) {
                sound.add(one);
            }
        });
        Interviews.Kept kept = interviews.keep(sound);
        return new Taken(
                kept.fresh(),
                kept.changed(),
                kept.unchanged(),
                kept.recorded().added(),
                kept.recorded().confirmations(),
                List.of());
    }

    private static Optional<Interview> read(Layout layout, Draft row, Optional<UUID> student, LocalDate asOf) {
        var cells = new InterviewReader((name, message) -> row.refuse(name, message), asOf);
        Optional<LocalDate> heldOn = cells.day(DATE, cell(layout, row, DATE));
        Optional<InterviewKind> kind = cells.kind(KIND, cell(layout, row, KIND));
        Optional<String> interviewer = cells.text(INTERVIEWER, cell(layout, row, INTERVIEWER), Interview.LONGEST_NAME);
        Optional<String> notes = cells.text(NOTES, cell(layout, row, NOTES), Interview.LONGEST_TEXT);
        Optional<String> actions = cells.text(ACTIONS, cell(layout, row, ACTIONS), Interview.LONGEST_TEXT);
        Map<String, Value> answers = FactCells.read(layout, row);
        return student.isPresent() && heldOn.isPresent() && kind.isPresent()
                ? Optional.of(
                        new Interview(student.get(), heldOn.get(), kind.get(), interviewer, answers, notes, actions))
                : Optional.empty();
    }

    private static Interview.@Nullable Key key(@Nullable Interview interview) {
        return interview == null ? null : interview.key();
    }

    private static String cell(Layout layout, Draft row, String name) {
        OptionalInt column = layout.column(name);
        return row.cell(column);
    }
}
