package signpost.api.schools;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request work for the school of whoever sent it, and for no school once it is answered. */
final class SchoolScopeFilter extends OncePerRequestFilter {

    private final SchoolScope scope;

    SchoolScopeFilter(SchoolScope scope) {
        this.scope = scope;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var school = schoolOf(SecurityContextHolder.getContext().getAuthentication());
        if (school.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var stay = scope.enter(school.get());
        try {
            chain.doFilter(request, response);
        } finally {
            stay.close();
        }
    }

    private static Optional<UUID> schoolOf(@Nullable Authentication authentication) {
        var principal = authentication == null ? null : authentication.getPrincipal();
        if (principal instanceof StaffMember member) {
            return Optional.of(member.schoolId());
        }
        return principal instanceof MisClient client ? Optional.of(client.schoolId()) : Optional.empty();
    }
}
