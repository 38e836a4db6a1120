package signpost.api.schools;

import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A school's management information system, known by its token: the principal of {@code /api/**}.
 *
 * @param name what the administrator called the token
 */
public record MisClient(UUID tokenId, UUID schoolId, String name, Set<Scope> scopes) implements AuthenticatedPrincipal {

    public MisClient {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String getName() {
        return tokenId.toString();
    }
}
