package signpost.api.destinations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.schools.Ids;
import signpost.api.students.OurSchool;
import signpost.engine.cohort.Outcome;

/**
 * What became of the school's students after they left. INVARIANT: of a student at most one outcome stands, no older day
 * takes the place of a newer one, and what is known never gives way to <em>not known</em>.
 */
@Repository
public class Destinations {

    private final JdbcClient sql;
    private final OurSchool school;
    private final Ids ids;
    private final Clock clock;

    Destinations(JdbcClient sql, OurSchool school, Ids ids, Clock clock) {
        this.sql = sql;
        this.school = school;
        this.ids = ids;
        this.clock = clock;
    }

    /** An outcome, and the day on which it was true to say so. */
    record Told(Outcome outcome, LocalDate asOf) {}

    /** What a batch came to: students of whom nothing was on record, whose outcome is another now, and the others. */
    record Kept(int fresh, int changed, int unchanged, int older) {}

    /** What became of each student of whom somebody told it, {@link Outcome#NOT_KNOWN} included. */
    @Transactional(readOnly = true)
    public Map<UUID, Outcome> all() {
        Map<UUID, Outcome> outcomes = new HashMap<>();
        standing().forEach((student, told) -> outcomes.put(student, told.outcome()));
        return outcomes;
    }

    /** Records what a file tells, in a handful of statements, whatever its size. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Kept record(Map<UUID, Outcome> told, LocalDate asOf) {
        Map<UUID, Told> standing = standing();
        List<UUID> fresh = new ArrayList<>();
        List<UUID> changed = new ArrayList<>();
        int older = 0;
        for (Map.Entry<UUID, Outcome> one : told.entrySet()) {
            Told before = standing.get(one.getKey());
            if (before == null) {
                fresh.add(one.getKey());
            } else if (before.outcome() != one.getValue()) {
                if (before.asOf().isAfter(asOf)) {
                    older++;
                } else if (one.getValue().isKnown()) {
                    changed.add(one.getKey());
                }
            }
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        supersede(changed, now);
        List<UUID> written = new ArrayList<>(fresh);
        written.addAll(changed);
        add(written, told, asOf, now);
        return new Kept(fresh.size(), changed.size(), told.size() - written.size(), older);
    }

    private Map<UUID, Told> standing() {
        Map<UUID, Told> standing = new HashMap<>();
        sql.sql("select student, outcome, as_of from destinations where school_id = :school and superseded_at is null")
                .param("school", school.id())
                .query(row -> {
                    standing.put(row.getObject("student", UUID.class), told(row));
                });
        return standing;
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(Outcome.valueOf(row.getString("outcome")), row.getObject("as_of", LocalDate.class));
    }

    private void supersede(Collection<UUID> students, OffsetDateTime now) {
        if (!students.isEmpty()) {
            sql.sql("update destinations set superseded_at = :now where school_id = :school"
                            + " and student = any (:students::uuid[]) and superseded_at is null")
                    .param("now", now)
                    .param("school", school.id())
                    .param("students", texts(students, UUID::toString))
                    .update();
        }
    }

    private void add(List<UUID> students, Map<UUID, Outcome> told, LocalDate asOf, OffsetDateTime now) {
        if (!students.isEmpty()) {
            sql.sql("insert into destinations (school_id, id, student, outcome, as_of, recorded_at)"
                            + " select :school, n.*, :asOf, :now"
                            + " from unnest(:ids::uuid[], :students::uuid[], :outcomes::text[]) n")
                    .param("school", school.id())
                    .param("asOf", asOf)
                    .param("now", now)
                    .param("ids", texts(students, student -> ids.next().toString()))
                    .param("students", texts(students, UUID::toString))
                    .param(
                            "outcomes",
                            texts(
                                    students,
                                    student -> told.getOrDefault(student, Outcome.NOT_KNOWN)
                                            .name()))
                    .update();
        }
    }

    private static String[] texts(Collection<UUID> students, Function<UUID, String> text) {
        return students.stream().map(text).toArray(String[]::new);
    }
}
