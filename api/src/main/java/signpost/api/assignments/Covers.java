package signpost.api.assignments;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Cover for absence. It begins and ends by its days; nobody has to remember. */
@Repository
@Transactional(readOnly = true)
class Covers {

    private final JdbcClient sql;

    Covers(JdbcClient sql) {
        this.sql = sql;
    }

    /** Cover that is, or is to come, on a day. */
    List<Cover> from(UUID school, LocalDate day) {
        return sql.sql("""
                        select c.cover as number, c.absent, a.display_name as absent_name, c.stand_in,
                          s.display_name as stand_in_name, c.starts_on as "from", c.ends_on as "to"
                        from standing_covers c
                        join staff a on a.school_id = c.school_id and a.id = c.absent
                        join staff s on s.school_id = c.school_id and s.id = c.stand_in
                        where c.school_id = :school and c.ends_on >= :day
                        order by c.starts_on, c.cover, s.display_name
                        """)
                .param("school", school)
                .param("day", day)
                .query(Cover.class)
                .list();
    }

    @Transactional
    void add(UUID school, int change, UUID absent, Collection<UUID> standIns, LocalDate from, LocalDate to) {
        sql.sql("""
                        insert into covers (school_id, change, stand_in, absent, starts_on, ends_on)
                        select :school, :change, unnest(cast(:standIns as uuid[])), :absent, :from, :to
                        """)
                .param("school", school)
                .param("change", change)
                .param("standIns", standIns.stream().map(UUID::toString).toArray(String[]::new))
                .param("absent", absent)
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** Ends a cover with this day as its last. */
    @Transactional
    void end(UUID school, int cover, int change, LocalDate lastDay) {
        sql.sql("insert into cover_ends (school_id, cover, change, last_day) values (:school, :cover, :change, :last)")
                .param("school", school)
                .param("cover", cover)
                .param("change", change)
                .param("last", lastDay)
                .update();
    }
}
