package signpost.api.sessions;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import signpost.api.schools.StaffMember;

/** The session an address names; there is none for whoever is of another school. */
@Component
class KnownSessions {

    private final GroupSessions sessions;

    KnownSessions(GroupSessions sessions) {
        this.sessions = sessions;
    }

    GroupSession of(StaffMember person, UUID id) {
        return sessions.find(person.schoolId(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
