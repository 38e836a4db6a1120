package signpost.api.recommendations;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import signpost.api.terms.TermClosed;

/** What the end of a term means for its recommendations: who has not decided need not any more, and what was flagged is kept. */
@Component
class EndOfTerm {

    private final JdbcClient sql;
    private final EarlierTerms earlier;
    private final Clock clock;

    EndOfTerm(JdbcClient sql, EarlierTerms earlier, Clock clock) {
        this.sql = sql;
        this.earlier = earlier;
        this.clock = clock;
    }

    @EventListener
    void close(TermClosed closed) {
        earlier.putAsideAll(closed.school(), closed.term().id());
        expire(closed.school(), closed.term().id());
    }

    private void expire(UUID school, UUID term) {
        sql.sql("""
                        update recommendations set state = 'EXPIRED', version = version + 1, deferred_until = null, changed_at = :at
                        where school_id = :school and state in ('SUGGESTED', 'DEFERRED')
                          and coalesce(decided_term_id, term_id) = :term
                        """)
                .param("school", school)
                .param("term", term)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
