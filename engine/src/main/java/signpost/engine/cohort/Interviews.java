package signpost.engine.cohort;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Source;
import signpost.engine.text.Place;
import signpost.engine.text.Problem;
import signpost.engine.vocabulary.Dates;
import signpost.engine.vocabulary.Vocabulary;

/** What students last said of themselves: of each attribute the latest value on or before a day. */
public final class Interviews {

    private static final String DATE = "date";
    private static final String KIND = "kind";
    private static final Set<String> OWN = Set.of(DATE, KIND, "interviewer", "notes", "actions");
    private static final Map<String, Source> SOURCES = Map.of(
            "guidance", Source.INTERVIEW,
            "tutor", Source.TUTOR_TIME,
            "survey", Source.SURVEY,
            "leaver", Source.LEAVER_SESSION);

    private final LatestFacts facts = new LatestFacts();
    private final Set<Ids.Id> asked = new HashSet<>();
    private List<String> unused = List.of();

    private Interviews() {}

    /** Nobody has been asked anything. */
    public static Interviews none() {
        return new Interviews();
    }

    /**
     * Reads a file of interviews, one row each; what cannot be used becomes a problem.
     *
     * @param on later interviews are passed over
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public static Interviews read(Path file, Vocabulary vocabulary, LocalDate on, Consumer<Problem> problems) {
        Interviews interviews = new Interviews();
        try (ExportFile export = new ExportFile(file, problems)) {
            Optional<Columns> columns = export.firstRow()
                    .flatMap(header -> Columns.of(header, vocabulary, problems))
                    .filter(found -> dated(found, export, problems));
            for (Optional<Row> row = export.next(); row.isPresent() && columns.isPresent(); row = export.next()) {
                interviews.take(row.get(), columns.get(), on, problems);
            }
            interviews.unused = columns.map(found -> found.unused(OWN)).orElse(List.of());
        }
        return interviews;
    }

    /** Headers that nothing reads, as the file has them. */
    public List<String> unusedColumns() {
        return unused;
    }

    /** How many students of the file nobody has asked for: those whom the file of students does not have. */
    public int strangers() {
        return (int) facts.students().stream()
                .filter(student -> !asked.contains(student))
                .count();
    }

    /** The latest facts of a student under either of their ids. */
    Map<String, Fact.Known> of(Ids ids) {
        Map<String, Fact.Known> latest = new HashMap<>();
        for (Ids.Id id : ids.all()) {
            asked.add(id);
            facts.of(id).forEach((key, fact) -> latest.merge(key, fact, LatestFacts::later));
        }
        return latest;
    }

    private void take(Row row, Columns columns, LocalDate on, Consumer<Problem> problems) {
        int date = columns.column(DATE).orElseThrow();
        Optional<LocalDate> day = Dates.read(row.cell(date));
        Optional<Source> source = source(row, columns.column(KIND));
        if (day.isEmpty()) {
            leftOut(
                    row.place(date),
                    "The cell under \"date\" is not a date such as 2026-09-01 or 01/09/2026",
                    problems);
        } else if (source.isEmpty()) {
            int kind = columns.column(KIND).orElseThrow();
            leftOut(row.place(kind), "The cell under \"kind\" is not one of guidance, tutor, leaver, survey", problems);
        } else {
            columns.whose(row, problems)
                    .filter(student -> !day.get().isAfter(on))
                    .ifPresent(student -> {
                        Ids.Id id = student.all().get(0);
                        columns.values(row, problems)
                                .forEach((key, value) ->
                                        facts.learn(id, key, new Fact.Known(value, source.get(), day.get())));
                    });
        }
    }

    private static boolean dated(Columns columns, ExportFile export, Consumer<Problem> problems) {
        boolean dated = columns.column(DATE).isPresent();
        if (!dated) {
            problems.accept(Problem.at(
                    export.firstRow().orElseThrow().place(), "A file of interviews needs a column \"date\"."));
        }
        return dated;
    }

    private static Optional<Source> source(Row row, OptionalInt kind) {
        return kind.isEmpty()
                ? Optional.of(Source.INTERVIEW)
                : Optional.ofNullable(SOURCES.get(row.cell(kind).toLowerCase(Locale.ROOT)));
    }

    private static void leftOut(Place place, String fault, Consumer<Problem> problems) {
        problems.accept(Problem.at(place, fault + ", so the row is left out."));
    }
}
