package signpost.engine.cohort;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Profile;
import signpost.engine.profile.Source;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.profile.TermCalendar;
import signpost.engine.text.Problem;
import signpost.engine.vocabulary.Vocabulary;

/**
 * The students of a CSV on a day, in the order of its rows. A cell that cannot be used is a problem and not known; a row that
 * repeats a student, or says nobody's id, is a problem and left out. A UPN that several students have is a problem of each of
 * their rows and matches nothing.
 */
public final class StudentFile implements AutoCloseable {

    private static final int BATCH = 1_000;

    private final TermCalendar calendar = TermCalendar.english();
    private final Vocabulary vocabulary;
    private final LocalDate on;
    private final Interviews interviews;
    private final Histories histories;
    private final Consumer<Problem> problems;
    private final ExportFile file;
    private final Optional<Columns> columns;
    private final Set<String> sharedUpns;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    /** A student who has been read: where, and under which ids other files may speak of them. */
    private record Seen(int line, Ids ids) {}

    /** Opens a file of students of whose earlier days nothing is known. */
    public StudentFile(
            Path path, Vocabulary vocabulary, LocalDate on, Interviews interviews, Consumer<Problem> problems) {
        this(path, vocabulary, on, interviews, Histories.none(), problems);
    }

    /**
     * Opens a file.
     *
     * @param vocabulary what can be known of students, and under which headers
     * @param on the day judged, on which the facts of the file count as confirmed
     * @param interviews what they said of themselves
     * @param histories what earlier days left behind
     * @param problems takes what cannot be used, while it is read
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public StudentFile(
            Path path,
            Vocabulary vocabulary,
            LocalDate on,
            Interviews interviews,
            Histories histories,
            Consumer<Problem> problems) {
        this.vocabulary = vocabulary;
        this.on = on;
        this.interviews = interviews;
        this.histories = histories;
        this.problems = problems;
        this.file = new ExportFile(path, problems);
        this.columns = file.firstRow().flatMap(header -> Columns.of(header, vocabulary, problems));
        this.sharedUpns = columns.filter(Columns::hasUpn)
                .map(known -> SharedUpns.of(path))
                .orElse(Set.of());
    }

    /** Up to a thousand students; none when all have been read. Which rows are read does not depend on the vocabulary. */
    public List<StudentOnDate> next() {
        List<StudentOnDate> batch = new ArrayList<>();
        columns.ifPresent(known -> {
            Optional<Row> row = file.next();
            while (row.isPresent()) {
                student(known, row.get()).ifPresent(batch::add);
                row = batch.size() < BATCH ? file.next() : Optional.empty();
            }
        });
        batch.forEach(student -> known.addAll(student.profile().facts().keySet()));
        return batch;
    }

    /** The attributes, by key, that are known of at least one student read so far. */
    public Set<String> known() {
        return Collections.unmodifiableSet(known);
    }

    /** How many students have been read. */
    public int read() {
        return seen.size();
    }

    /** The ids under which other files may speak of a student of this one who has been read. */
    public Ids ids(StudentOnDate student) {
        return Objects.requireNonNull(seen.get(student.profile().studentId())).ids();
    }

    /** Headers that nothing reads, as the file has them. */
    public List<String> unusedColumns() {
        return columns.map(known -> known.unused(Set.of())).orElse(List.of());
    }

    @Override
    public void close() {
        file.close();
    }

    private Optional<StudentOnDate> student(Columns known, Row row) {
        return known.whose(row, problems).flatMap(ids -> student(known, row, ids));
    }

    private Optional<StudentOnDate> student(Columns known, Row row, Ids written) {
        boolean shared = sharedUpns.contains(written.upn());
        Ids ids = shared ? written.withoutUpn() : written;
        String id = written.first();
        Seen before = seen.putIfAbsent(id, new Seen(row.line(), ids));
        if (before != null) {
            problems.accept(Problem.at(
                    row.place(),
                    "This row is about the same student as line " + before.line() + ", so it is left out.",
                    "Keep the one that is right."));
            return Optional.empty();
        }
        if (shared) {
            problems.accept(Problem.at(
                    known.ofUpn(row),
                    "Another row has the same UPN, so what other files say under it counts for neither.",
                    "Find out whose it is."));
        }
        Profile profile = new Profile(id, facts(known, ids, row));
        return Optional.of(vocabulary.complete(new StudentOnDate(profile, on, calendar, histories.historyOf(ids))));
    }

    private Map<String, Fact.Known> facts(Columns known, Ids ids, Row row) {
        Map<String, Fact.Known> facts = new HashMap<>();
        known.values(row, problems).forEach((key, value) -> facts.put(key, new Fact.Known(value, Source.MIS, on)));
        // What a student said on the very day is newer than the export.
        interviews.of(ids).forEach((key, said) -> facts.merge(key, said, LatestFacts::later));
        return facts;
    }
}
