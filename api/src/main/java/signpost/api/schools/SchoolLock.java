package signpost.api.schools;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One at a time for what belongs to a school as a whole: its staff, its terms, whose caseload students are. */
@Component
public class SchoolLock {

    private final JdbcClient sql;

    SchoolLock(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps others waiting here until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(UUID school) {
        sql.sql("select id from schools where id = :school for no key update")
                .param("school", school)
                .query(UUID.class)
                .single();
    }
}
