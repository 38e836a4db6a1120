package signpost.api.assignments;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.engine.vocabulary.Dates;

/** What was changed, when and by whom: of a school, and of one student. */
@Repository
@Transactional(readOnly = true)
class AssignmentHistory {

    private static final int SHOWN = 100;

    /** A change in words. */
    record Line(String on, String by, String what, int students) {}

    private final JdbcClient sql;
    private final CaseloadMoves moves;
    private final Clock clock;

    AssignmentHistory(JdbcClient sql, CaseloadMoves moves, Clock clock) {
        this.sql = sql;
        this.moves = moves;
        this.clock = clock;
    }

    /** The last changes of a school, the latest first. */
    List<Line> of(UUID school) {
        Map<Integer, String> moved = moved(school);
        return sql.sql("""
                        select c.number, c.kind, c.made_at, m.display_name as by, c.students from assignment_changes c
                        join staff m on m.school_id = c.school_id and m.id = c.made_by
                        where c.school_id = :school order by c.number desc limit :shown
                        """)
                .param("school", school)
                .param("shown", SHOWN)
                .query((row, number) -> new Line(
                        on(row.getTimestamp("made_at").toInstant()),
                        row.getString("by"),
                        moved.getOrDefault(
                                row.getInt("number"), words(AssignmentChanges.Kind.valueOf(row.getString("kind")))),
                        row.getInt("students")))
                .list();
    }

    /** From whom to whom whole caseloads went, and which went back. */
    private Map<Integer, String> moved(UUID school) {
        return moves.since(school, Instant.EPOCH).stream()
                .collect(Collectors.toMap(
                        CaseloadMoves.Moved::number,
                        one -> "A whole caseload went " + (one.back() ? "back " : "") + "from " + one.fromName()
                                + " to " + one.toName()));
    }

    /** What people decided by hand about a student's adviser, the latest first. */
    List<Line> of(UUID school, UUID student) {
        return sql.sql("""
                        select c.made_at, m.display_name as by, t.display_name as given from assignments a
                        join assignment_changes c on c.school_id = a.school_id and c.number = a.change
                        join staff m on m.school_id = c.school_id and m.id = c.made_by
                        left join staff t on t.school_id = a.school_id and t.id = a.staff
                        where a.school_id = :school and a.student = :student order by a.change desc
                        """)
                .param("school", school)
                .param("student", student)
                .query((row, number) -> new Line(
                        on(row.getTimestamp("made_at").toInstant()),
                        row.getString("by"),
                        Optional.ofNullable(row.getString("given"))
                                .map(name -> "Given to " + name + " by hand")
                                .orElse("Given back to the rules"),
                        1))
                .list();
    }

    private String on(Instant moment) {
        return Dates.words(LocalDate.ofInstant(moment, clock.getZone()));
    }

    private static String words(AssignmentChanges.Kind kind) {
        return switch (kind) {
            case RULES -> "The rules were changed";
            case BY_HAND -> "Students were given an adviser by hand";
            case MOVED -> "A whole caseload went to a colleague";
            case COVER -> "Cover was arranged";
            case COVER_ENDED -> "Cover was ended";
            case TUTOR_GROUPS -> "Tutors were given groups";
        };
    }
}
