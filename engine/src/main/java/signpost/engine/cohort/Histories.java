package signpost.engine.cohort;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import signpost.engine.profile.Fact;
import signpost.engine.profile.History;
import signpost.engine.text.Problem;
import signpost.engine.vocabulary.Vocabulary;

/**
 * What earlier days left behind, from a CSV with the columns {@code student_id} or {@code upn}, {@code kind}, {@code name},
 * {@code value} and {@code date}, one row for each thing. Of whom, or of what kind, it has no row, nothing is known.
 */
public final class Histories {

    static final Set<String> OWN = Set.of("kind", "name", "value", "date");

    /**
     * The names a file may use.
     *
     * @param vocabulary the attributes
     * @param flags that rules raise
     * @param interventions the codes of the catalogue
     */
    public record Names(Vocabulary vocabulary, Set<String> flags, Set<String> interventions) {
        public Names {
            flags = Set.copyOf(flags);
            interventions = Set.copyOf(interventions);
        }
    }

    private final Map<Ids.Id, Kept> byStudent = new HashMap<>();
    private final LatestFacts lastTerm = new LatestFacts();
    private final Set<Ids.Id> asked = new HashSet<>();
    private List<String> unused = List.of();

    private Histories() {}

    /** No record of earlier days is kept. */
    public static Histories none() {
        return new Histories();
    }

    /**
     * Reads a file; what cannot be used becomes a problem.
     *
     * @param on the day judged; what happened after it is passed over
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public static Histories read(Path file, Names names, LocalDate on, Consumer<Problem> problems) {
        Histories histories = new Histories();
        try (ExportFile export = new ExportFile(file, problems)) {
            // Attributes stand in rows here: a heading that is one's name means nothing.
            Optional<Columns> columns = export.firstRow()
                    .flatMap(header -> Columns.of(header, new Vocabulary(List.of()), problems))
                    .filter(found -> whole(found, export, problems));
            HistoryRows rows = new HistoryRows(names, on, problems);
            for (Optional<Row> row = export.next(); row.isPresent() && columns.isPresent(); row = export.next()) {
                rows.take(row.get(), columns.get(), histories);
            }
            histories.unused = columns.map(found -> found.unused(OWN)).orElse(List.of());
        }
        return histories;
    }

    private static boolean whole(Columns columns, ExportFile export, Consumer<Problem> problems) {
        List<String> missing = OWN.stream()
                .filter(name -> columns.column(name).isEmpty())
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            problems.accept(Problem.at(
                    export.firstRow().orElseThrow().place(),
                    "A file of earlier days needs the columns kind, name, value and date; missing: "
                            + String.join(", ", missing) + ".",
                    "Add them to the first row; a cell may be empty."));
        }
        return missing.isEmpty();
    }

    /** What is kept under an id, to be added to. */
    Kept keptOf(Ids.Id student) {
        return byStudent.computeIfAbsent(student, missing -> new Kept());
    }

    void learn(Ids.Id student, String key, Fact.Known fact) {
        keptOf(student);
        lastTerm.learn(student, key, fact);
    }

    /** Headers that nothing reads, as the file has them. */
    public List<String> unusedColumns() {
        return unused;
    }

    /** How many students of the file nobody has asked for: those whom the file of students does not have. */
    public int strangers() {
        return (int) byStudent.keySet().stream()
                .filter(student -> !asked.contains(student))
                .count();
    }

    /** What is known of a student under either of their ids. */
    History historyOf(Ids ids) {
        asked.addAll(ids.all());
        Map<String, Fact.Known> facts = new HashMap<>();
        Optional<Kept> kept = ids.all().stream()
                .filter(byStudent::containsKey)
                .peek(id -> lastTerm.of(id).forEach((key, fact) -> facts.merge(key, fact, LatestFacts::later)))
                .map(byStudent::get)
                .reduce(Kept::and);
        return kept.map(one -> one.history(facts)).orElse(History.NONE);
    }
}
