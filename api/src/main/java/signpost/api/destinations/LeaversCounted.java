package signpost.api.destinations;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.students.OurSchool;
import signpost.engine.cohort.Outcome;

/** How many of each school year's leavers came to what. */
@Repository
@Transactional(readOnly = true)
class LeaversCounted {

    /** Whoever left, and whoever's outcome is on record. The summer is that in which the school year of leaving ends. */
    private static final String COUNTED = """
            with said as materialized (
              select student, max(value) filter (where attribute = 'enrol_status') as enrolled,
                max(value) filter (where attribute = 'leaving_date') as leaving
              from observations
              where school_id = :school and superseded_at is null and attribute in ('enrol_status', 'leaving_date')
              group by student)
            select case when e.enrolled is distinct from 'P' then -1
                else coalesce(extract(year from cast(e.leaving as date) + interval '4 months')::int, 0) end as summer,
              coalesce(d.outcome, '') as outcome, count(*) as students
            from students s
            left join said e on e.student = s.id
            left join destinations d on d.school_id = s.school_id and d.student = s.id and d.superseded_at is null
            where s.school_id = :school and (e.enrolled = 'P' or d.outcome is not null)
            group by 1, 2
            """;

    private static final int STILL_HERE = -1;

    private final JdbcClient sql;
    private final OurSchool school;

    LeaversCounted(JdbcClient sql, OurSchool school) {
        this.sql = sql;
        this.school = school;
    }

    /**
     * The leavers of a school year.
     *
     * @param notTold of whom nobody told anything
     */
    record Line(
            String year, int students, int sustained, int notSustained, int neverPlaced, int notKnown, int notTold) {}

    /** A line a school year, the latest first; whoever has not left comes last. */
    List<Line> lines() {
        Map<Integer, Map<Outcome, Integer>> told = new TreeMap<>();
        Map<Integer, Integer> untold = new TreeMap<>();
        sql.sql(COUNTED).param("school", school.id()).query(row -> {
            int summer = row.getInt("summer");
            Map<Outcome, Integer> counts = told.computeIfAbsent(summer, none -> new EnumMap<>(Outcome.class));
            String outcome = row.getString("outcome");
            if (outcome.isEmpty()) {
                untold.put(summer, row.getInt("students"));
            } else {
                counts.put(Outcome.valueOf(outcome), row.getInt("students"));
            }
        });
        return told.entrySet().stream()
                .sorted(Map.Entry.<Integer, Map<Outcome, Integer>>comparingByKey()
                        .reversed())
                .map(year -> line(year.getKey(), year.getValue(), untold.getOrDefault(year.getKey(), 0)))
                .toList();
    }

    private static Line line(int summer, Map<Outcome, Integer> counts, int notTold) {
        return new Line(
                year(summer),
                counts.values().stream().mapToInt(Integer::intValue).sum() + notTold,
                counts.getOrDefault(Outcome.SUSTAINED, 0),
                counts.getOrDefault(Outcome.NOT_SUSTAINED, 0),
                counts.getOrDefault(Outcome.NEVER_PLACED, 0),
                counts.getOrDefault(Outcome.NOT_KNOWN, 0),
                notTold);
    }

    private static String year(int summer) {
        return switch (summer) {
            case STILL_HERE -> "Not marked as left";
            case 0 -> "Left on a day not known";
            default -> "Left in " + (summer - 1) + "/" + String.format(java.util.Locale.UK, "%02d", summer % 100);
        };
    }
}
