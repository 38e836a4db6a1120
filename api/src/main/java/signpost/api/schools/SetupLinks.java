package signpost.api.schools;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** One-time links by which a person gives their account its password; no password is ever chosen for anybody. */
@Repository
class SetupLinks {

    static final Duration OPEN_FOR = Duration.ofHours(24);
    static final Duration SET_PASSWORD_OPEN_FOR = Duration.ofDays(7);

    private static final String FIRST = "FIRST_ADMINISTRATOR";
    private static final String PASSWORD = "SET_PASSWORD";

    private final JdbcClient jdbc;
    private final SafeTokens tokens;
    private final PasswordEncoder passwords;
    private final Accounts accounts;
    private final Ids ids;

    SetupLinks(JdbcClient jdbc, SafeTokens tokens, PasswordEncoder passwords, Accounts accounts, Ids ids) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.passwords = passwords;
        this.accounts = accounts;
        this.ids = ids;
    }

    /** A new key for the first administrator's page; earlier ones stop working. */
    @Transactional
    String forFirstAdministrator() {
        return make(FIRST, null, OPEN_FOR);
    }

    /** A new key for the page where the account's owner sets a password; earlier ones stop working. */
    @Transactional
    String forPassword(UUID account) {
        return make(PASSWORD, account, SET_PASSWORD_OPEN_FOR);
    }

    boolean opensFirstAdministrator(String key) {
        return opens(FIRST, key);
    }

    boolean opensPassword(String key) {
        return opens(PASSWORD, key);
    }

    /**
     * Makes the first administrator; empty when the link is used, expired or wrong, or there is an administrator.
     *
     * @throws org.springframework.dao.DuplicateKeyException when somebody has this username already
     */
    @Transactional
    Optional<UUID> firstAdministrator(String key, String username, String displayName, String password) {
        var id = ids.next();
        boolean made = jdbc.sql("select first_administrator_made(?, ?, ?, ?, ?, ?)")
                .params(
                        SafeTokens.hash(key),
                        id,
                        Accounts.normal(username),
                        displayName.strip(),
                        passwords.encode(password),
                        accounts.now())
                .query(Boolean.class)
                .single();
        return made ? Optional.of(id) : Optional.empty();
    }

    /** Sets the password of the link's account; empty when the link is used, expired or wrong. */
    @Transactional
    Optional<UUID> setPassword(String key, String password) {
        return Optional.ofNullable(jdbc.sql("select password_set(?, ?, ?)")
                .params(SafeTokens.hash(key), passwords.encode(password), accounts.now())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list()
                .get(0));
    }

    private boolean opens(String purpose, String key) {
        return jdbc.sql("select link_opens(?, ?, ?)")
                .params(purpose, SafeTokens.hash(key), accounts.now())
                .query(Boolean.class)
                .single();
    }

    private String make(String purpose, @Nullable UUID account, Duration openFor) {
        var key = tokens.secret();
        var now = accounts.now();
        jdbc.sql("select link_made(:id, :purpose, :hash, cast(:account as uuid), :now, :until)")
                .param("id", ids.next())
                .param("purpose", purpose)
                .param("hash", SafeTokens.hash(key))
                .param("account", account == null ? null : account.toString())
                .param("now", now)
                .param("until", now.plus(openFor))
                .query((row, number) -> true)
                .single();
        return key;
    }
}
