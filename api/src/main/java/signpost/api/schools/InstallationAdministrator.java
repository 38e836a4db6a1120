package signpost.api.schools;

import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Whoever set Signpost up: may administer, belongs to no school, sees no school's rows. */
public record InstallationAdministrator(UUID accountId, String displayName)
        implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return accountId.toString();
    }
}
