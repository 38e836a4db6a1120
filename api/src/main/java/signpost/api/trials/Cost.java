package signpost.api.trials;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.engine.catalogue.Intervention;
import signpost.engine.profile.Term;

/**
 * The hours a draft would cost or free. A recommendation that a student gains costs nothing while the same is open, accepted,
 * delivered this term or overridden for a lasting reason: evaluation would not suggest it anew. One that a student loses
 * frees its hours only while nobody has decided on it: what was accepted stays.
 */
@Repository
class Cost {

    private static final Set<String> OPEN = Set.of("SUGGESTED", "DEFERRED", "ACCEPTED");

    private final JdbcClient sql;

    Cost(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What one intervention costs and frees.
     *
     * @param more students to whom it would be suggested anew
     * @param fewer students whose undecided suggestion would go
     */
    record Line(String title, String each, int more, int fewer, BigDecimal costs, BigDecimal frees) {}

    private record Standing(boolean there, boolean undecided) {
        static final Standing NOTHING = new Standing(false, false);
    }

    private record Key(UUID student, String intervention) {}

    /** One line for each intervention of which suggestions would come or go. */
    @Transactional(readOnly = true)
    public List<Line> of(UUID school, Term term, Trial trial) {
        Map<Key, Standing> standing = standing(school, term, trial);
        List<Line> lines = new ArrayList<>();
        for (String code : trial.tally(Part.RECOMMENDATION).keySet()) {
            int more = (int) trial.students(Part.RECOMMENDATION, new Part.Move(code, true)).stream()
                    .filter(student -> !standing.getOrDefault(new Key(student, code), Standing.NOTHING)
                            .there())
                    .count();
            int fewer = (int) trial.students(Part.RECOMMENDATION, new Part.Move(code, false)).stream()
                    .filter(student -> standing.getOrDefault(new Key(student, code), Standing.NOTHING)
                            .undecided())
                    .count();
            line(trial.books(), code, more, fewer).ifPresent(lines::add);
        }
        return lines;
    }

    private static Optional<Line> line(Books books, String code, int more, int fewer) {
        return books.draft()
                .book()
                .catalogue()
                .intervention(code)
                .or(() -> books.inForce().book().catalogue().intervention(code))
                .filter(found -> more + fewer > 0)
                .map(found ->
                        new Line(found.title(), each(found), more, fewer, hours(found, more), hours(found, fewer)));
    }

    /** Whole sessions, each as often as it meets. */
    static BigDecimal hours(Intervention intervention, int students) {
        int places = Math.max(1, intervention.places());
        int sessions = (students + places - 1) / places;
        return intervention
                .hours()
                .multiply(BigDecimal.valueOf((long) sessions * Math.max(1, intervention.meetings())));
    }

    private static String each(Intervention intervention) {
        String hours = intervention.hours().stripTrailingZeros().toPlainString();
        return hours
                + (hours.equals("1") ? " hour" : " hours")
                + (intervention.meetings() > 1 ? ", " + intervention.meetings() + " meetings" : "")
                + (intervention.places() > 1 ? ", " + intervention.places() + " students together" : "");
    }

    private Map<Key, Standing> standing(UUID school, Term term, Trial trial) {
        Map<Key, Standing> standing = new HashMap<>();
        Set<String> codes = new TreeSet<>(trial.tally(Part.RECOMMENDATION).keySet());
        sql.sql("""
                        select student, intervention, array_agg(state) as states,
                          bool_or(origin = 'RULES' and state in ('SUGGESTED', 'DEFERRED')) as undecided,
                          bool_or((silenced and (silenced_until is null or silenced_until >= :starts))
                            or (state = 'DELIVERED' and delivered_on between :starts and :ends)) as closed
                        from recommendations
                        where school_id = :school and student = any (:students::uuid[]) and intervention = any (:codes)
                        group by student, intervention
                        """)
                .param("school", school)
                .param("starts", term.starts())
                .param("ends", term.ends())
                .param(
                        "students",
                        trial.changed().keySet().stream().map(UUID::toString).toArray(String[]::new))
                .param("codes", codes.toArray(String[]::new))
                .query(row -> {
                    String[] states = (String[]) row.getArray("states").getArray();
                    boolean open = Arrays.stream(states).anyMatch(OPEN::contains);
                    standing.put(
                            new Key(row.getObject("student", UUID.class), row.getString("intervention")),
                            new Standing(open || row.getBoolean("closed"), row.getBoolean("undecided")));
                });
        return standing;
    }
}
