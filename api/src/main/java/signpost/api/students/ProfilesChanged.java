package signpost.api.students;

import java.util.Set;
import java.util.UUID;

/**
 * What is known of these students has changed, or they are new. Published inside the transaction that changes it, before
 * it commits; one transaction may publish it more than once.
 */
public record ProfilesChanged(UUID school, Set<UUID> students) {

    public ProfilesChanged {
        students = Set.copyOf(students);
    }
}
