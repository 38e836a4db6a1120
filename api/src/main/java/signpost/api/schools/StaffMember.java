package signpost.api.schools;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A signed-in person at the school they work for: the principal of the pages.
 *
 * @param displayName how colleagues know them, shown beside what they decide
 * @param roles what they are at this school, at least one
 */
public record StaffMember(
        UUID accountId, UUID staffId, String displayName, UUID schoolId, String schoolName, Set<Role> roles)
        implements AuthenticatedPrincipal, Serializable {

    public StaffMember {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a member of staff without a role");
        }
    }

    /** The account's id: sessions are found by it, and no name reaches a log through it. */
    @Override
    public String getName() {
        return accountId.toString();
    }

    public Set<Permission> permissions() {
        return roles.stream().flatMap(role -> role.permissions().stream()).collect(Collectors.toUnmodifiableSet());
    }

    public boolean may(Permission permission) {
        return roles.stream().anyMatch(role -> role.permissions().contains(permission));
    }
}
