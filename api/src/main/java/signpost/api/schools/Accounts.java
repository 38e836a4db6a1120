package signpost.api.schools;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** The accounts people sign in with. The program cannot read their table: it has the few questions asked here. */
@Repository
class Accounts {

    static final int ATTEMPTS_ALLOWED = 10;
    static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    private static final int LONGEST_USERNAME = 100;

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final Ids ids;

    Accounts(JdbcClient jdbc, PasswordEncoder passwords, Clock clock, Ids ids) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param passwordHash null until a password has been set through a link */
    record Account(
            UUID id,
            String displayName,
            @Nullable String passwordHash,
            boolean installationAdministrator,
            @Nullable OffsetDateTime lockedUntil) {

        boolean isLocked(OffsetDateTime now) {
            return lockedUntil != null && lockedUntil.isAfter(now);
        }
    }

    /** @param hasPassword false for an account that still waits for its owner to set one */
    record Named(UUID id, boolean hasPassword) {}

    /** Whether somebody can be given this name to sign in with: it has no space or other white space inside. */
    static boolean usable(String username) {
        return !username.isBlank()
                && username.strip().length() <= LONGEST_USERNAME
                && username.strip().chars().noneMatch(Accounts::isGap);
    }

    private static boolean isGap(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }

    static String normal(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    Optional<Account> find(String username) {
        if (username.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        return jdbc.sql("select * from account_for_sign_in(?)")
                .param(normal(username))
                .query(Account.class)
                .optional();
    }

    List<StaffMember> schoolsOf(UUID account) {
        return jdbc.sql("select * from schools_of_account(?)")
                .param(account)
                .query((row, number) -> new StaffMember(
                        account,
                        row.getObject("staff_id", UUID.class),
                        row.getString("display_name"),
                        row.getObject("school_id", UUID.class),
                        row.getString("school_name"),
                        roles((String[]) row.getArray("roles").getArray())))
                .list();
    }

    /** Counts a wrong password; true when that locked the account. */
    boolean failed(UUID account) {
        return jdbc.sql("select sign_in_failed(?, ?, ?, make_interval(secs => ?))")
                .params(account, now(), ATTEMPTS_ALLOWED, LOCKED_FOR.toSeconds())
                .query(Boolean.class)
                .single();
    }

    void succeeded(UUID account) {
        jdbc.sql("select sign_in_succeeded(?)")
                .param(account)
                .query((row, number) -> true)
                .single();
    }

    /** Whether anybody can sign in who administers. */
    boolean administratorsExist() {
        return jdbc.sql("select administrators_exist()").query(Boolean.class).single();
    }

    /** The account of a username, made without a password unless it is there. */
    Named named(String username, String displayName) {
        return made(username, displayName, null);
    }

    /** The same, made with this password; one that is there keeps its own. */
    Named withPassword(String username, String displayName, String password) {
        return made(username, displayName, passwords.encode(password));
    }

    private Named made(String username, String displayName, @Nullable String hash) {
        return jdbc.sql("select * from account_named(:id, :username, :name, :hash, :now)")
                .param("id", ids.next())
                .param("username", normal(username))
                .param("name", displayName.strip())
                .param("hash", hash, Types.VARCHAR)
                .param("now", now())
                .query(Named.class)
                .single();
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Set<Role> roles(String[] names) {
        return Arrays.stream(names).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
