package signpost.api.notes;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;

/**
 * A note about a student.
 *
 * @param readers the roles that may read it; empty: everybody who sees the student
 * @param corrects the note that it puts right, if it does
 * @param author who wrote it
 * @param by their name then
 */
record Note(
        UUID id,
        UUID student,
        Set<Role> readers,
        Optional<UUID> corrects,
        UUID author,
        String by,
        String text,
        Instant writtenAt) {

    /** Longest text, in characters. */
    static final int LONGEST = 4_000;

    Note {
        readers = Set.copyOf(readers);
    }

    boolean restricted() {
        return !readers.isEmpty();
    }

    /** An author who may not read it still sees that it is there. */
    boolean writtenBy(StaffMember person) {
        return author.equals(person.staffId());
    }

    boolean readableBy(StaffMember person) {
        return !restricted() || person.roles().stream().anyMatch(readers::contains);
    }
}
