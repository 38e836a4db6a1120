package signpost.api.trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.recommendations.StudentsJudged;
import signpost.api.terms.SchoolTerm;
import signpost.engine.backtest.Backtest;
import signpost.engine.cohort.Ids;
import signpost.engine.cohort.Outcome;
import signpost.engine.cohort.Outcomes;
import signpost.engine.evaluation.Recommender;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.text.Problem;

/**
 * Both books held against what became of students. The school's students are judged as they were known when a closed term
 * ended; what became of them comes in a file, which is read and not kept.
 */
@Service
class LookedBack {

    private final StudentsJudged judged;
    private final JdbcClient sql;
    private final Clock clock;

    LookedBack(StudentsJudged judged, JdbcClient sql, Clock clock) {
        this.judged = judged;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param problems what could not be read of the file
     * @param strangers how many of the file are no students of the school
     */
    record Result(Optional<SideBySide> rules, List<Problem> problems, int strangers) {}

    /** Judges those of the school's students whom the file has. */
    @Transactional
    public Result of(UUID school, Books books, Optional<SchoolTerm> term, byte[] file) {
        List<Problem> problems = new ArrayList<>();
        Outcomes outcomes = read(file, problems);
        Map<UUID, Outcome> became = new LinkedHashMap<>();
        ids(school).forEach((student, ids) -> outcomes.of(ids).ifPresent(outcome -> became.put(student, outcome)));
        Optional<SideBySide> rules = became.values().stream().anyMatch(Outcome::isKnown)
                ? Optional.of(SideBySide.of(
                        backtest(school, books.inForce(), term, became), backtest(school, books.draft(), term, became)))
                : Optional.empty();
        return new Result(rules, problems, outcomes.strangers());
    }

    private Backtest backtest(
            UUID school, Recommender recommender, Optional<SchoolTerm> term, Map<UUID, Outcome> became) {
        List<UUID> students = List.copyOf(became.keySet());
        List<StudentOnDate> known = term.map(one -> judged.asOf(
                        school, recommender.book(), students, one.term().ends()))
                .orElseGet(() -> judged.on(school, recommender.book(), students, LocalDate.now(clock)));
        IdentityHashMap<StudentOnDate, Outcome> outcomes = new IdentityHashMap<>();
        for (int at = 0; at < known.size(); at++) {
            Outcome outcome = became.get(students.get(at));
            if (outcome != null) {
                outcomes.put(known.get(at), outcome);
            }
        }
        return Backtest.of(recommender, known.iterator(), student -> outcomes.getOrDefault(student, Outcome.NOT_KNOWN));
    }

    private Map<UUID, Ids> ids(UUID school) {
        Map<UUID, Ids> ids = new HashMap<>();
        sql.sql("select id, student_id, coalesce(upn, '') as upn from students where school_id = :school")
                .param("school", school)
                .query(row -> {
                    ids.put(
                            row.getObject("id", UUID.class),
                            new Ids(row.getString("student_id"), row.getString("upn")));
                });
        return ids;
    }

    /** The reader of the command line reads files; this one is gone when it has been read. */
    private static Outcomes read(byte[] content, List<Problem> problems) {
        try {
            Path file = Files.createTempFile("outcomes", ".csv");
            try {
                Files.write(file, content);
                return Outcomes.read(file, problems::add);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
