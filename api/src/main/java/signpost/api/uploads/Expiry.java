package signpost.api.uploads;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import signpost.api.schools.SchoolScope;
import signpost.api.schools.Schools;

/** Deletes uploads that nobody put into a draft within a day, whether or not anybody uploads again. */
@Component
class Expiry {

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    private final Schools schools;
    private final SchoolScope scope;
    private final Uploads uploads;
    private final Clock clock;

    Expiry(Schools schools, SchoolScope scope, Uploads uploads, Clock clock) {
        this.schools = schools;
        this.scope = scope;
        this.uploads = uploads;
        this.clock = clock;
    }

    void come() {
        schools.ids().forEach(school -> of(school, clock.instant()));
    }

    /** A school whose deletion fails has it the next time; the others have theirs now. */
    void of(UUID school, Instant now) {
        try {
            scope.within(school, () -> uploads.forget(now));
        } catch (RuntimeException failure) {
            LOG.error("Old uploads of school {} could not be deleted; it is tried again", school, failure);
        }
    }
}
