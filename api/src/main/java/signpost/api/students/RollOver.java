package signpost.api.students;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.schools.Audit;

/**
 * Moves a school into a new academic year: previewed, run and taken back, each in one transaction. Facts of the roll-over are
 * observations of their own source and of 1 September; what they take the place of stays as history.
 */
@Service
public class RollOver {

    /** The year groups after which students of a school may leave. */
    public static final int YOUNGEST = 7;

    public static final int OLDEST = 14;

    /**
     * What was done, by whom.
     *
     * @param undone whether it was taken back
     */
    public record Step(boolean undone, int lastYear, int moved, int leavers, String by, Instant at) {}

    /** What came of asking for it. */
    public sealed interface Answer {

        record Done(int moved, int leavers) implements Answer {}

        /** What is to be done is not what the person saw, or was done already. */
        record Changed() implements Answer {}
    }

    private final JdbcClient sql;
    private final Roll roll;
    private final Students students;
    private final Observations observations;
    private final OurSchool school;
    private final RollOverSteps steps;
    private final Audit audit;
    private final Clock clock;

    RollOver(
            JdbcClient sql,
            Roll roll,
            Students students,
            Observations observations,
            OurSchool school,
            RollOverSteps steps,
            Audit audit,
            Clock clock) {
        this.sql = sql;
        this.roll = roll;
        this.students = students;
        this.observations = observations;
        this.school = school;
        this.steps = steps;
        this.audit = audit;
        this.clock = clock;
    }

    /** The first day of the academic year that begins in {@code year}. */
    public static LocalDate day(int year) {
        return LocalDate.of(year, 9, 1);
    }

    /**
     * What would be done if students leave after {@code lastYear}; where nobody says so, after the highest year group that
     * somebody on roll is in.
     *
     * @param otherwise the last year group where nobody on roll is in any
     */
    @Transactional(readOnly = true)
    public RollOverPlan preview(int year, Optional<Integer> lastYear, int otherwise) {
        List<RollOverPlan.Known> roll = known(day(year));
        return RollOverPlan.of(
                roll, day(year), lastYear.or(() -> highestYear(roll)).orElse(otherwise));
    }

    private static Optional<Integer> highestYear(List<RollOverPlan.Known> roll) {
        return roll.stream()
                .filter(student -> !student.left())
                .flatMap(student -> student.year().stream())
                .max(Integer::compare);
    }

    @Transactional(readOnly = true)
    public RollOverPlan preview(int year, int lastYear) {
        return RollOverPlan.of(known(day(year)), day(year), lastYear);
    }

    /** What was done in an academic year, the last first. */
    @Transactional(readOnly = true)
    public List<Step> steps(int year) {
        return steps.of(year);
    }

    /** How many students stand as the roll-over left them, and would be as before. */
    @Transactional(readOnly = true)
    public int undoable(int year) {
        return observations
                .standing(school.id(), RollOverPlan.SOURCE, day(year))
                .size();
    }

    /**
     * Runs it, as it was seen.
     *
     * @param lastYear from {@link #YOUNGEST} to {@link #OLDEST}
     * @param moving how many the person saw would move up
     * @param leaving how many the person saw would become leavers
     */
    @Transactional
    public Answer run(int year, int lastYear, int moving, int leaving, UUID by) {
        roll.lock();
        students.lock(students.all());
        RollOverPlan plan = preview(year, lastYear);
        boolean early = day(year).isAfter(LocalDate.now(clock));
        boolean known = lastYear >= YOUNGEST && lastYear <= OLDEST;
        if (early || !known || done(year) || plan.moving() != moving || plan.leaving() != leaving) {
            return new Answer.Changed();
        }
        observations.record(school.id(), plan.facts());
        return told("roll-over-run", year, false, lastYear, plan.moving(), plan.leaving(), by);
    }

    /** Takes it back for everybody of whom nothing else was told since. */
    @Transactional
    public Answer undo(int year, UUID by) {
        roll.lock();
        students.lock(students.all());
        if (!done(year)) {
            return new Answer.Changed();
        }
        int restored = observations
                .restore(school.id(), RollOverPlan.SOURCE, day(year))
                .size();
        return told("roll-over-undone", year, true, steps(year).get(0).lastYear(), restored, 0, by);
    }

    private boolean done(int year) {
        return steps(year).stream().findFirst().filter(step -> !step.undone()).isPresent();
    }

    private Answer told(String event, int year, boolean undone, int lastYear, int moved, int leavers, UUID by) {
        steps.add(year, new Step(undone, lastYear, moved, leavers, "", clock.instant()), by);
        audit.record(event, "school", school.id(), "year", year, "moved", moved, "leavers", leavers);
        return new Answer.Done(moved, leavers);
    }

    private List<RollOverPlan.Known> known(LocalDate day) {
        return sql.sql("""
                        select s.id, y.value as year, coalesce(e.value = 'P', false) as has_left,
                          l.student is not null as dated,
                          coalesce(y.confirmed_on >= :day or e.confirmed_on >= :day, false) as told
                        from students s
                        left join observations y on y.school_id = s.school_id and y.student = s.id
                          and y.attribute = 'nc_year' and y.superseded_at is null
                        left join observations e on e.school_id = s.school_id and e.student = s.id
                          and e.attribute = 'enrol_status' and e.superseded_at is null
                        left join observations l on l.school_id = s.school_id and l.student = s.id
                          and l.attribute = 'leaving_date' and l.superseded_at is null
                        where s.school_id = :school order by s.id
                        """)
                .param("day", day)
                .param("school", school.id())
                .query((row, number) -> new RollOverPlan.Known(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getString("year")).map(Integer::valueOf),
                        row.getBoolean("has_left"),
                        row.getBoolean("dated"),
                        row.getBoolean("told")))
                .list();
    }
}
