package signpost.api.assignments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which tutor has which group. Statements of other packages may ask the view {@code group_tutors}. */
@Repository
@Transactional(readOnly = true)
public class TutorGroups {

    /** How many tutors a group may have. */
    static final int TUTORS = 2;

    private record Row(String regGroup, UUID staff) {}

    private final JdbcClient sql;

    TutorGroups(JdbcClient sql) {
        this.sql = sql;
    }

    /** The groups of a tutor, in order of name. */
    public List<String> of(UUID school, UUID tutor) {
        return sql.sql("select reg_group from group_tutors where school_id = :school and staff = :tutor order by 1")
                .param("school", school)
                .param("tutor", tutor)
                .query(String.class)
                .list();
    }

    /** The tutors of each group that has any. */
    public Map<String, List<UUID>> all(UUID school) {
        return sql
                .sql("select reg_group, staff from group_tutors where school_id = :school order by reg_group, position")
                .param("school", school)
                .query(Row.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::regGroup, LinkedHashMap::new, Collectors.mapping(Row::staff, Collectors.toList())));
    }

    /** Gives groups these tutors in place of those they had; a row without a tutor says that there is none. */
    @Transactional
    void set(UUID school, int change, Map<String, List<UUID>> tutors) {
        List<String> groups = new ArrayList<>();
        List<@Nullable String> staff = new ArrayList<>();
        List<String> positions = new ArrayList<>();
        tutors.forEach((group, theirs) -> {
            for (int position = theirs.isEmpty() ? 0 : 1; position <= theirs.size(); position++) {
                groups.add(group);
                positions.add(Integer.toString(position));
                staff.add(position == 0 ? null : theirs.get(position - 1).toString());
            }
        });
        sql.sql("""
                        insert into tutor_groups (school_id, change, reg_group, position, staff)
                        select :school, :change, n.reg_group, n.position, n.staff
                        from unnest(:groups::text[], :positions::int[], :staff::uuid[]) as n (reg_group, position, staff)
                        """)
                .param("school", school)
                .param("change", change)
                .param("groups", groups.toArray(String[]::new))
                .param("positions", positions.toArray(String[]::new))
                .param("staff", staff.toArray(String[]::new))
                .update();
    }
}
