package signpost.api.missed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Accepted help that was not attended twice, and what people decided about it. */
@Repository
@Transactional(readOnly = true)
public class MissedHelp {

    /** So often, and asking the same way again is no use. */
    public static final int OFTEN = 2;

    /** What was decided counts until the student misses it once more. */
    private static final String READ = """
            with missed as (
              select r.id, r.student, r.intervention, m.times, m.last_on, c.way, t.decided_by, t.note, p.what as last_what
              from recommendations r
              join lateral (select count(*) as times, max(d.on_day) as last_on from standing_deliveries d
                where d.school_id = r.school_id and d.recommendation = r.id and d.what = 'DID_NOT_ATTEND') m
                on m.times >= :often
              join lateral (select d.what from standing_deliveries d
                where d.school_id = r.school_id and d.recommendation = r.id
                order by d.recorded_at desc, d.id desc limit 1) p on true
              left join lateral (select * from missed_help_decisions c where c.school_id = r.school_id
                and c.recommendation = r.id and c.missed >= m.times order by c.decided_at desc, c.id desc limit 1) c on true
              left join missed_help_decision_texts t on t.school_id = r.school_id and t.decision = c.id
              where r.school_id = :school and r.state = 'ACCEPTED')
            select * from missed where
            """;

    private static final String ORDER = " order by last_on, id limit :limit";

    private final JdbcClient sql;

    MissedHelp(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those nobody has decided about since, the longest waiting first. */
    public List<Missed> waiting(UUID school, int limit) {
        return asked(school, "way is null" + ORDER)
                .param("limit", limit)
                .query(MissedHelp::read)
                .list();
    }

    /** Those referred and not planned again since. */
    public List<Missed> referred(UUID school, int limit) {
        return asked(school, "way in ('TUTOR', 'HEAD_OF_DESTINATIONS') and last_what <> 'PLANNED'" + ORDER)
                .param("limit", limit)
                .query(MissedHelp::read)
                .list();
    }

    /** Those referred to the tutor and not planned again since, of students in this person's groups. */
    public List<Missed> referredTo(UUID school, UUID tutor, int limit) {
        return asked(school, """
                        way = 'TUTOR' and last_what <> 'PLANNED' and student in (select s.id from students s
                          join group_tutors g on g.school_id = s.school_id and g.reg_group = s.reg_group
                          where s.school_id = :school and g.staff = :tutor)
                        """ + ORDER)
                .param("tutor", tutor)
                .param("limit", limit)
                .query(MissedHelp::read)
                .list();
    }

    /** The one of this recommendation, decided or not. */
    public Optional<Missed> of(UUID school, UUID recommendation) {
        return asked(school, "id = :id")
                .param("id", recommendation)
                .query(MissedHelp::read)
                .optional();
    }

    @Transactional
    void add(UUID school, UUID id, Missed about, Way way, Optional<UUID> delivery, UUID staff, Instant at) {
        sql.sql("""
                        insert into missed_help_decisions (school_id, id, recommendation, missed, way, delivery, staff, decided_at)
                        values (:school, :id, :recommendation, :missed, :way, :delivery, :staff, :at)
                        """)
                .param("school", school)
                .param("id", id)
                .param("recommendation", about.recommendation())
                .param("missed", about.times())
                .param("way", way.name())
                .param("delivery", delivery.orElse(null))
                .param("staff", staff)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Transactional
    void words(UUID school, UUID id, String by, String note) {
        sql.sql("insert into missed_help_decision_texts (school_id, decision, decided_by, note)"
                        + " values (:school, :id, :by, :note)")
                .param("school", school)
                .param("id", id)
                .param("by", by)
                .param("note", note)
                .update();
    }

    private JdbcClient.StatementSpec asked(UUID school, String which) {
        return sql.sql(READ + which).param("school", school).param("often", OFTEN);
    }

    private static Missed read(ResultSet row, int number) throws SQLException {
        return new Missed(
                row.getObject("id", UUID.class),
                row.getObject("student", UUID.class),
                row.getString("intervention"),
                row.getInt("times"),
                row.getObject("last_on", LocalDate.class),
                Optional.ofNullable(row.getString("way")).map(Way::valueOf),
                Optional.ofNullable(row.getString("decided_by")).orElse(""),
                Optional.ofNullable(row.getString("note")).orElse(""));
    }
}
