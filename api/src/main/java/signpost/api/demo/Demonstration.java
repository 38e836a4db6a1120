package signpost.api.demo;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whether the database holds the demonstration region. */
@Repository
class Demonstration {

    /** The mark left in the database; {@code loaded} is absent while loading has not come to its end. */
    record Mark(String misToken, boolean loaded) {}

    private final JdbcClient sql;

    Demonstration(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    public Optional<Mark> mark() {
        return sql.sql("select mis_token, loaded_at is not null as loaded from demonstration")
                .query((row, number) -> new Mark(row.getString("mis_token"), row.getBoolean("loaded")))
                .optional();
    }

    @Transactional
    public void begin(String misToken) {
        sql.sql("insert into demonstration (mis_token) values (:token)")
                .param("token", misToken)
                .update();
    }

    @Transactional
    public void setToken(String misToken) {
        sql.sql("update demonstration set mis_token = :token")
                .param("token", misToken)
                .update();
    }

    @Transactional
    public void end(Instant at) {
        sql.sql("update demonstration set loaded_at = :at")
                .param("at", Timestamp.from(at))
                .update();
    }
}
