package signpost.api.publishing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Owners;
import signpost.api.rulebooks.Settling;
import signpost.api.schools.SchoolScope;

/**
 * Publishes what was approved for a later day once that day has come, and finishes what a restart cut short: a school that
 * does not judge by its last versions yet. Doing it twice changes nothing.
 */
@Component
class DueBooks {

    private static final Logger LOG = LoggerFactory.getLogger(DueBooks.class);

    /** An approved draft, and a school from which its owner is seen. */
    record Due(UUID draft, UUID owner, boolean trust, UUID school) {}

    private final JdbcClient sql;
    private final SchoolScope scope;
    private final Owners owners;
    private final Publishing publishing;
    private final Settling settling;
    private final Clock clock;

    DueBooks(JdbcClient sql, SchoolScope scope, Owners owners, Publishing publishing, Settling settling, Clock clock) {
        this.sql = sql;
        this.scope = scope;
        this.owners = owners;
        this.publishing = publishing;
        this.settling = settling;
        this.clock = clock;
    }

    /** Additions that lie on the shipped pack are laid on the one this release ships. */
    @EventListener(ApplicationReadyEvent.class)
    public void settleOnTheShippedPack() {
        sql.sql("select school_id from books_on_the_default()")
                .query(UUID.class)
                .list()
                .forEach(this::settle);
    }

    void publish() {
        sql.sql("select * from drafts_due(:today)")
                .param("today", LocalDate.now(clock))
                .query(Due.class)
                .list()
                .forEach(this::publish);
        sql.sql("select school_id from books_behind()").query(UUID.class).list().forEach(this::settle);
    }

    private void publish(Due due) {
        try {
            scope.within(due.school(), () -> {
                Owners.Both both = owners.of(due.school());
                Owner owner = due.trust() ? both.trust().orElseThrow() : both.school();
                publishing.publish(due.school(), owner, due.draft());
            });
        } catch (RuntimeException failure) {
            LOG.error(
                    "Draft {} of owner {} could not be published and is tried again",
                    due.draft(),
                    due.owner(),
                    failure);
        }
    }

    private void settle(UUID school) {
        try {
            settling.settle(school);
        } catch (RuntimeException failure) {
            LOG.error("The rule book of school {} could not be brought in force and is tried again", school, failure);
        }
    }
}
