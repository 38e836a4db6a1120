package signpost.engine.cohort;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import signpost.engine.text.Nearest;
import signpost.engine.text.Place;
import signpost.engine.text.Problem;
import signpost.engine.vocabulary.Vocabulary;

/** What became of students, from a CSV with the columns {@code student_id} or {@code upn}, and {@code outcome}. */
public final class Outcomes {

    /** More than leave the schools of England in a year; what is kept of so many fits into a small memory. */
    private static final int MOST = 1_000_000;

    private static final String OUTCOME = "outcome";

    private final Map<Ids.Id, Outcome> became = new HashMap<>();
    private final Set<Ids.Id> asked = new HashSet<>();
    private List<String> unused = List.of();

    private Outcomes() {}

    /**
     * Reads a file; what cannot be used becomes a problem.
     *
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public static Outcomes read(Path file, Consumer<Problem> problems) {
        Outcomes outcomes = new Outcomes();
        try (ExportFile export = new ExportFile(file, problems)) {
            Optional<Columns> columns = export.firstRow()
                    .flatMap(header -> Columns.of(header, new Vocabulary(List.of()), problems))
                    .filter(found -> whole(found, export, problems));
            Optional<Row> row = columns.flatMap(found -> export.next());
            while (row.isPresent() && outcomes.became.size() < MOST) {
                outcomes.take(row.get(), columns.orElseThrow(), problems);
                row = export.next();
            }
            row.ifPresent(left -> problems.accept(Problem.at(
                    left.place(),
                    "This file has more than a million outcomes: from here on it is not read.",
                    "Divide it.")));
            outcomes.unused =
                    columns.map(found -> found.unused(Set.of(OUTCOME))).orElse(List.of());
        }
        return outcomes;
    }

    /** What became of a student, under either of their ids; nothing when the file does not have them. */
    public Optional<Outcome> of(Ids ids) {
        asked.addAll(ids.all());
        return ids.all().stream().filter(became::containsKey).map(became::get).findFirst();
    }

    /** Headers that nothing reads, as the file has them. */
    public List<String> unusedColumns() {
        return unused;
    }

    /** How many students of the file nobody has asked for: those whom the file of students does not have. */
    public int strangers() {
        return (int) became.keySet().stream().filter(id -> !asked.contains(id)).count();
    }

    private static boolean whole(Columns columns, ExportFile export, Consumer<Problem> problems) {
        OptionalInt outcome = columns.column(OUTCOME);
        if (outcome.isEmpty()) {
            problems.accept(Problem.at(
                    export.firstRow().orElseThrow().place(), "A file of outcomes needs a column \"outcome\"."));
        }
        return outcome.isPresent();
    }

    private void take(Row row, Columns columns, Consumer<Problem> problems) {
        columns.whose(row, problems).map(whose -> whose.all().get(0)).ifPresent(id -> {
            if (became.containsKey(id)) {
                problems.accept(Problem.at(
                        row.place(),
                        "The student \"" + id.written() + "\" already stands above, so this row is left out.",
                        "Keep one of them."));
                return;
            }
            int column = columns.column(OUTCOME).orElseThrow();
            became.put(id, outcome(row.cell(column), row.place(column), problems));
        });
    }

    /** A blank outcome is one that is not known, and so is one that cannot be read. */
    private static Outcome outcome(String cell, Place place, Consumer<Problem> problems) {
        return cell.isEmpty()
                ? Outcome.NOT_KNOWN
                : Outcome.written(cell).orElseGet(() -> {
                    problems.accept(Problem.at(
                            place,
                            "The cell under \"outcome\" is not an outcome.",
                            Nearest.to(cell, Outcome.allWords())
                                    .map(near -> "Did you mean \"" + near + "\"?")
                                    .orElse("Write sustained, not sustained, never placed or not known.")));
                    return Outcome.NOT_KNOWN;
                });
    }
}
