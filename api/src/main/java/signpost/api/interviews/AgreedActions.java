package signpost.api.interviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.students.OurSchool;

/** What was agreed with students of the school that the current work is for. */
@Repository
@Transactional
public class AgreedActions {

    private static final String READ = "select id, student, interview, what, who, by_day, agreed_on, done_on"
            + " from agreed_actions where school_id = :school";

    private static final String IN_ORDER = " order by (done_on is not null), by_day nulls last, id";

    private final JdbcClient jdbc;
    private final OurSchool school;
    private final Clock clock;

    AgreedActions(JdbcClient jdbc, OurSchool school, Clock clock) {
        this.jdbc = jdbc;
        this.school = school;
        this.clock = clock;
    }

    /** Those of these students, open ones first, then by the day agreed. */
    @Transactional(readOnly = true)
    public List<AgreedAction> of(Collection<UUID> students) {
        return jdbc.sql(READ + " and student = any (:students::uuid[])" + IN_ORDER)
                .param("school", school.id())
                .param("students", column(students, UUID::toString))
                .query(AgreedActions::read)
                .list();
    }

    /** All that is still to be done, first what is due first; what has no day comes last. */
    @Transactional(readOnly = true)
    public List<AgreedAction> open() {
        return jdbc.sql(READ + " and done_on is null" + IN_ORDER)
                .param("school", school.id())
                .query(AgreedActions::read)
                .list();
    }

    /**
     * Says that one is done as of today, or that it is not after all. Who said so first stands.
     *
     * @return false where the student has no such action
     */
    public boolean done(UUID student, UUID action, boolean done, UUID staff) {
        return jdbc.sql("""
                                update agreed_actions set done_on = case when :done then coalesce(done_on, :on) end,
                                  done_by = case when :done then coalesce(done_by, :staff) end,
                                  updated_at = case when (done_on is not null) = :done then updated_at else :now end
                                where school_id = :school and student = :student and id = :id
                                """)
                        .param("done", done)
                        .param("on", LocalDate.now(clock))
                        .param("staff", staff)
                        .param("now", OffsetDateTime.now(clock))
                        .param("school", school.id())
                        .param("student", student)
                        .param("id", action)
                        .update()
                == 1;
    }

    /** Adds one that was agreed elsewhere than at an interview. */
    public void add(AgreedAction action) {
        keep(List.of(action));
    }

    /** Adds these, or changes those that are there and say something else; whether they are done stays as it is. */
    void keep(List<AgreedAction> actions) {
        if (actions.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into agreed_actions (school_id, id, student, interview, what, who, by_day, agreed_on, updated_at)
                        select :school, n.id, n.student, n.interview, n.what, n.who, n.by_day, n.agreed_on, :now
                        from unnest(:ids::uuid[], :students::uuid[], :interviews::uuid[], :whats::text[], :whos::text[],
                          :bys::date[], :agreed::date[]) as n (id, student, interview, what, who, by_day, agreed_on)
                        on conflict (school_id, id) do update set what = excluded.what, who = excluded.who,
                          by_day = excluded.by_day, updated_at = excluded.updated_at
                        where (agreed_actions.what, agreed_actions.who, agreed_actions.by_day)
                          is distinct from (excluded.what, excluded.who, excluded.by_day)
                        """)
                .param("school", school.id())
                .param("now", OffsetDateTime.now(clock))
                .param("ids", column(actions, one -> one.id().toString()))
                .param("students", column(actions, one -> one.student().toString()))
                .param(
                        "interviews",
                        column(
                                actions,
                                one -> one.interview().map(UUID::toString).orElse(null)))
                .param("whats", column(actions, AgreedAction::what))
                .param("whos", column(actions, AgreedAction::who))
                .param(
                        "bys",
                        column(actions, one -> one.by().map(LocalDate::toString).orElse(null)))
                .param("agreed", column(actions, one -> one.agreedOn().toString()))
                .update();
    }

    /** Forgets what was written down by mistake. */
    void remove(Collection<UUID> actions) {
        if (!actions.isEmpty()) {
            jdbc.sql("delete from agreed_actions where school_id = :school and id = any (:ids::uuid[])")
                    .param("school", school.id())
                    .param("ids", column(actions, UUID::toString))
                    .update();
        }
    }

    private static AgreedAction read(ResultSet row, int number) throws SQLException {
        return new AgreedAction(
                row.getObject("id", UUID.class),
                row.getObject("student", UUID.class),
                Optional.ofNullable(row.getObject("interview", UUID.class)),
                row.getString("what"),
                row.getString("who"),
                Optional.ofNullable(row.getObject("by_day", LocalDate.class)),
                row.getObject("agreed_on", LocalDate.class),
                Optional.ofNullable(row.getObject("done_on", LocalDate.class)));
    }

    private static <T> @Nullable String[] column(Collection<T> rows, Function<T, @Nullable String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }
}
