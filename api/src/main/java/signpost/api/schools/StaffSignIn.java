package signpost.api.schools;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Signs a person in by username and password. Every refusal is the same one, and takes the same time. */
@Component
class StaffSignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final SingletonSupplier<String> hashOfNobody;

    StaffSignIn(Accounts accounts, PasswordEncoder passwords, SafeTokens tokens, Audit audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
        this.hashOfNobody = SingletonSupplier.of(() -> String.valueOf(passwords.encode(tokens.secret())));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var password = String.valueOf(attempt.getCredentials());
        var account = accounts.find(attempt.getName());
        var hash = account.map(Accounts.Account::passwordHash).orElseGet(hashOfNobody::obtain);
        boolean matches = passwords.matches(password, hash);
        if (account.isEmpty()) {
            throw refused();
        }
        var known = account.get();
        if (known.isLocked(accounts.now())) {
            throw refused();
        }
        if (!matches || known.passwordHash() == null) {
            if (accounts.failed(known.id())) {
                audit.record("account-locked", "account", known.id());
            }
            throw refused();
        }
        accounts.succeeded(known.id());
        return signedIn(known);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** A person with several schools begins at the first by name. */
    private Authentication signedIn(Accounts.Account account) {
        var schools = accounts.schoolsOf(account.id());
        if (!schools.isEmpty()) {
            var member = schools.get(0);
            var permissions = account.installationAdministrator()
                    ? Stream.concat(member.permissions().stream(), Stream.of(Permission.ADMINISTER))
                    : member.permissions().stream();
            return authenticated(member, permissions);
        }
        if (account.installationAdministrator()) {
            return authenticated(
                    new InstallationAdministrator(account.id(), account.displayName()),
                    Stream.of(Permission.ADMINISTER));
        }
        throw refused();
    }

    private Authentication authenticated(Object principal, Stream<Permission> permissions) {
        Collection<SimpleGrantedAuthority> authorities = permissions
                .map(Permission::name)
                .distinct()
                .sorted()
                .map(SimpleGrantedAuthority::new)
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, List.copyOf(authorities));
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("sign-in refused");
    }
}
