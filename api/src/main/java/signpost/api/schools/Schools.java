package signpost.api.schools;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The schools of this installation, their staff and their MIS tokens, as the one who runs it sets them up. */
@Service
public class Schools {

    private final JdbcClient jdbc;
    private final SchoolScope scope;
    private final TransactionTemplate transactions;
    private final Accounts accounts;
    private final SetupLinks links;
    private final SafeTokens tokens;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    Schools(
            JdbcClient jdbc,
            SchoolScope scope,
            PlatformTransactionManager transactions,
            Accounts accounts,
            SetupLinks links,
            SafeTokens tokens,
            Ids ids,
            Clock clock,
            Audit audit) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.transactions = new TransactionTemplate(transactions);
        this.accounts = accounts;
        this.links = links;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** A school as it was added.
     *
     * @param laestab the seven digits, or null when the school has none
     */
    public record School(
            UUID id, String name, String urn, @Nullable String laestab) {}

    /** A school found by its URN. */
    public record Found(UUID id, String name) {}

    /** A member of staff who was added.
     *
     * @param setPasswordKey the key of the page where they set a password; empty when their account has one
     */
    public record Added(UUID staffId, UUID accountId, Optional<String> setPasswordKey) {}

    /** A token at the only moment its secret is known.
     *
     * @param secret the token itself, to be shown once: only its digest is kept
     */
    public record IssuedToken(UUID id, String secret) {}

    /** A token as it is listed: without its secret. */
    public record Token(
            UUID id,
            String name,
            List<String> scopes,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime expiresAt,
            @Nullable OffsetDateTime revokedAt,
            @Nullable OffsetDateTime lastUsedAt) {}

    /** A member of staff as they are listed.
     *
     * @param username what they sign in with
     * @param active false once their access has ended: what they did stays with their name
     */
    public record Member(UUID id, String displayName, String username, List<String> roles, boolean active) {

        /** Whether they work as an adviser now: they have access, and may decide. */
        public boolean advises() {
            return active
                    && Role.allowed(Permission.DECIDE).stream().map(Role::name).anyMatch(roles::contains);
        }
    }

    /** Every school's id: for jobs, which then work within one school at a time. */
    public List<UUID> ids() {
        return jdbc.sql("select id from school_ids()").query(UUID.class).list();
    }

    public Optional<Found> byUrn(String urn) {
        return jdbc.sql("select * from school_by_urn(?)")
                .param(urn)
                .query(Found.class)
                .optional();
    }

    public School get(UUID id) {
        return inSchool(
                id,
                () -> jdbc.sql("select id, name, urn, laestab from schools where id = ?")
                        .param(id)
                        .query(School.class)
                        .single());
    }

    /**
     * Adds a school.
     *
     * @param urn six digits, not yet taken
     * @param laestab seven digits, or null
     * @throws org.springframework.dao.DataIntegrityViolationException when the URN is taken or a number is malformed
     */
    public UUID add(String name, String urn, @Nullable String laestab) {
        var id = ids.next();
        inSchool(
                id,
                () -> jdbc.sql("insert into schools (id, name, urn, laestab, created_at)"
                                + " values (:id, :name, :urn, :laestab, :now)")
                        .param("id", id)
                        .param("name", name.strip())
                        .param("urn", urn)
                        .param("laestab", laestab, Types.VARCHAR)
                        .param("now", now())
                        .update());
        audit.record("school-added", "school", id);
        return id;
    }

    /** The trust of this name, added when there is none. */
    public UUID trust(String name) {
        var id = jdbc.sql("select trust_named(:id, :name, :now)")
                .param("id", ids.next())
                .param("name", name.strip())
                .param("now", now())
                .query(UUID.class)
                .single();
        audit.record("trust-named", "trust", id);
        return id;
    }

    /** The trust of this name; nothing when there is none. */
    public Optional<UUID> trustByName(String name) {
        return jdbc.sql("select trust_by_name(?)")
                .param(name)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single();
    }

    /** Puts a school into a trust, whose rule book then reaches it. */
    public void join(UUID school, UUID trust) {
        inSchool(
                school,
                () -> jdbc.sql("update schools set trust_id = :trust where id = :school")
                        .param("trust", trust)
                        .param("school", school)
                        .update());
        audit.record("school-joined-trust", "school", school, "trust", trust);
    }

    /** Lets a person write and approve the trust's rule book; false when nobody has this username. */
    public boolean addTrustEditor(UUID trust, String username) {
        var added = jdbc.sql("select trust_editor_added(:trust, :username, :now)")
                .param("trust", trust)
                .param("username", Accounts.normal(username))
                .param("now", now())
                .query(Boolean.class)
                .optional()
                .isPresent();
        audit.record("trust-editor-added", "trust", trust, "added", added);
        return added;
    }

    /** Gives a person roles at a school, with an account that awaits its password unless they have one. */
    public Added addStaff(UUID school, String username, String displayName, Set<Role> roles) {
        return inSchool(school, () -> {
            var account = accounts.named(username, displayName);
            var staff = insert(school, account.id(), displayName, roles);
            return new Added(
                    staff,
                    account.id(),
                    account.hasPassword() ? Optional.empty() : Optional.of(links.forPassword(account.id())));
        });
    }

    /** The same with a password at once, for a demonstration and for tests. */
    public Added addStaff(UUID school, String username, String displayName, Set<Role> roles, String password) {
        return inSchool(school, () -> {
            var account = accounts.withPassword(username, displayName, password);
            return new Added(insert(school, account.id(), displayName, roles), account.id(), Optional.empty());
        });
    }

    public List<Member> staff(UUID school) {
        return inSchool(
                school,
                () -> jdbc.sql("select m.id, m.display_name, a.username, m.roles, m.ended_at is null as active"
                                + " from staff m join staff_accounts(?) a on a.staff_id = m.id"
                                + " order by m.display_name, m.id")
                        .param(school)
                        .query((row, number) -> new Member(
                                row.getObject("id", UUID.class),
                                row.getString("display_name"),
                                row.getString("username"),
                                strings(row.getArray("roles")),
                                row.getBoolean("active")))
                        .list());
    }

    /** Issues a token for the school's MIS.
     *
     * @param expiresAt the moment it stops working, or null for never
     */
    public IssuedToken issueToken(UUID school, String name, Set<Scope> scopes, @Nullable OffsetDateTime expiresAt) {
        var issued = new IssuedToken(ids.next(), tokens.misToken());
        inSchool(
                school,
                () -> jdbc.sql("insert into api_tokens"
                                + " (school_id, id, name, token_hash, scopes, created_at, expires_at)"
                                + " values (:school, :id, :name, :hash, :scopes, :now, :expires)")
                        .param("school", school)
                        .param("id", issued.id())
                        .param("name", name.strip())
                        .param("hash", SafeTokens.hash(issued.secret()))
                        .param(
                                "scopes",
                                scopes.stream().map(Scope::text).sorted().toArray(String[]::new))
                        .param("now", now())
                        .param("expires", expiresAt, Types.TIMESTAMP_WITH_TIMEZONE)
                        .update());
        audit.record("token-issued", "school", school, "token", issued.id());
        return issued;
    }

    public List<Token> tokens(UUID school) {
        return inSchool(
                school,
                () -> jdbc.sql("select id, name, scopes, created_at, expires_at, revoked_at, last_used_at"
                                + " from api_tokens order by created_at, id")
                        .query((row, number) -> new Token(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                strings(row.getArray("scopes")),
                                row.getObject("created_at", OffsetDateTime.class),
                                row.getObject("expires_at", OffsetDateTime.class),
                                row.getObject("revoked_at", OffsetDateTime.class),
                                row.getObject("last_used_at", OffsetDateTime.class)))
                        .list());
    }

    /** Ends a token at once; false when this school has no such token, or it was ended before. */
    public boolean revokeToken(UUID school, UUID token) {
        boolean revoked = inSchool(
                        school,
                        () -> jdbc.sql("update api_tokens set revoked_at = ? where id = ? and revoked_at is null")
                                .params(now(), token)
                                .update())
                == 1;
        if (revoked) {
            audit.record("token-revoked", "school", school, "token", token);
        }
        return revoked;
    }

    private UUID insert(UUID school, UUID account, String displayName, Set<Role> roles) {
        var staff = ids.next();
        jdbc.sql("insert into staff (school_id, id, account_id, display_name, roles, created_at)"
                        + " values (:school, :id, :account, :name, :roles, :now)")
                .param("school", school)
                .param("id", staff)
                .param("account", account)
                .param("name", displayName.strip())
                .param("roles", roles.stream().map(Role::name).sorted().toArray(String[]::new))
                .param("now", now())
                .update();
        audit.record("staff-added", "school", school, "staff", staff);
        return staff;
    }

    private <T> T inSchool(UUID school, Supplier<T> work) {
        return scope.within(school, () -> Objects.requireNonNull(transactions.execute(status -> work.get())));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
