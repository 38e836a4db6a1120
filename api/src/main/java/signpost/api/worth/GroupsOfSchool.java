package signpost.api.worth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.students.Profiles;
import signpost.engine.vocabulary.Vocabulary;

/** The groups of a school's students: two statements, however many there are. */
@Repository
@Transactional(readOnly = true)
class GroupsOfSchool {

    private final JdbcClient sql;
    private final Profiles profiles;

    GroupsOfSchool(JdbcClient sql, Profiles profiles) {
        this.sql = sql;
        this.profiles = profiles;
    }

    List<Group> of(UUID school, Vocabulary vocabulary) {
        Map<UUID, String> sexes = new HashMap<>();
        sql.sql("select id, coalesce(sex, '') as sex from students where school_id = :school")
                .param("school", school)
                .query(row -> {
                    sexes.put(row.getObject("id", UUID.class), row.getString("sex"));
                });
        List<UUID> students = List.copyOf(sexes.keySet());
        sexes.values().removeIf(String::isBlank);
        return Group.of(profiles.of(students), sexes, vocabulary);
    }
}
