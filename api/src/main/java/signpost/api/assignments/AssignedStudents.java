package signpost.api.assignments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.pages.SentId;

/** Students by name with their adviser, for those who may see students. */
@Repository
@Transactional(readOnly = true)
class AssignedStudents {

    /** A student in the list. */
    record Row(
            UUID id,
            String name,
            Optional<String> year,
            Optional<String> group,
            Optional<String> adviser,
            boolean byHand) {}

    /**
     * Which students.
     *
     * @param whose an adviser's id, {@link #NOBODY}, or empty for all
     */
    record Wanted(String whose, String year, String group) {

        static final String NOBODY = "nobody";

        Optional<UUID> adviser() {
            return SentId.of(whose);
        }
    }

    private static final String FROM = """
            from assigned a
            join students s on s.school_id = a.school_id and s.id = a.student
            left join staff m on m.school_id = a.school_id and m.id = a.staff
            where a.school_id = :school
              and (not :nobodys or a.staff is null) and (cast(:whose as uuid) is null or a.staff = cast(:whose as uuid))
              and (:year = '' or a.year = :year) and (:group = '' or a.reg_group = :group)
            """;

    private final JdbcClient sql;

    AssignedStudents(JdbcClient sql) {
        this.sql = sql;
    }

    int count(UUID school, Wanted wanted) {
        return asked(school, wanted, "select count(*) " + FROM)
                .query(Integer.class)
                .single();
    }

    List<Row> page(UUID school, Wanted wanted, int size, int offset) {
        return asked(
                        school,
                        wanted,
                        "select s.id, coalesce(s.preferred_forename, s.forename) || ' ' || s.surname as name,"
                                + " a.year, a.reg_group, m.display_name, a.by_hand " + FROM
                                + " order by s.surname, s.forename, s.id limit :size offset :offset")
                .param("size", size)
                .param("offset", offset)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("year")),
                        Optional.ofNullable(row.getString("reg_group")),
                        Optional.ofNullable(row.getString("display_name")),
                        row.getBoolean("by_hand")))
                .list();
    }

    private JdbcClient.StatementSpec asked(UUID school, Wanted wanted, String what) {
        return sql.sql(what)
                .param("school", school)
                .param("nobodys", wanted.whose().equals(Wanted.NOBODY))
                .param("whose", wanted.adviser().map(UUID::toString).orElse(null))
                .param("year", wanted.year())
                .param("group", wanted.group());
    }
}
