package signpost.api.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.rulebooks.Version.Person;

/** The drafts of every owner. */
@Repository("ruleBookDrafts")
public class Drafts {

    private static final int MOST_LISTED = 100;

    private final JdbcClient sql;

    Drafts(JdbcClient sql) {
        this.sql = sql;
    }

    /** Of all owners in sight, those that may still come in force first, then the last changed. */
    @Transactional(readOnly = true)
    public List<Draft> listed() {
        return sql.sql(
                        "select * from rule_book_drafts order by state in ('PUBLISHED', 'DISCARDED'), changed_at desc, id"
                                + " limit " + MOST_LISTED)
                .query(Drafts::draft)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Draft> find(UUID id) {
        return sql.sql("select * from rule_book_drafts where id = :id")
                .param("id", id)
                .query(Drafts::draft)
                .optional();
    }

    /** As {@link #find}; nobody else changes it until the transaction ends. */
    @Transactional
    public Optional<Draft> lock(UUID id) {
        return sql.sql("select * from rule_book_drafts where id = :id for update")
                .param("id", id)
                .query(Drafts::draft)
                .optional();
    }

    /** Those of an owner in one state, in the order they came into it. */
    @Transactional(readOnly = true)
    public List<Draft> in(UUID owner, DraftState state) {
        return sql.sql(
                        "select * from rule_book_drafts where owner_id = :owner and state = :state order by changed_at, id")
                .param("owner", owner)
                .param("state", state.name())
                .query(Drafts::draft)
                .list();
    }

    @Transactional
    void add(Draft draft) {
        sql.sql("""
                        insert into rule_book_drafts (owner_id, id, name, base, revision, state, source, author, author_account,
                          reason, created_at, changed_at)
                        values (:owner, :id, :name, :base, 0, 'DRAFT', :source, :author, :account, :reason, :at, :at)
                        """)
                .param("owner", draft.owner())
                .param("id", draft.id())
                .param("name", draft.name())
                .param("base", draft.base())
                .param("source", draft.fromFolder() ? "FOLDER" : "PAGE")
                .param("author", draft.author().name())
                .param("account", draft.author().account().orElse(null), Types.OTHER)
                .param("reason", draft.reason())
                .param("at", Timestamp.from(draft.changedAt()))
                .update();
    }

    /** Counts a change of a draft that is locked. */
    @Transactional
    int changed(Draft draft, int base, Instant at) {
        sql.sql("update rule_book_drafts set revision = revision + 1, base = :base, changed_at = :at"
                        + " where owner_id = :owner and id = :id")
                .param("owner", draft.owner())
                .param("id", draft.id())
                .param("base", base)
                .param("at", Timestamp.from(at))
                .update();
        return draft.revision() + 1;
    }

    /** Proposes a locked draft as its files stand. */
    @Transactional
    public void propose(Draft draft, String reason, LocalDate from, String digest, Person by, Instant at) {
        sql.sql("""
                        update rule_book_drafts set state = 'PROPOSED', revision = revision + 1, reason = :reason,
                          from_day = :from, digest = :digest, proposed_by = :by, proposed_account = :account,
                          proposed_at = :at, changed_at = :at
                        where owner_id = :owner and id = :id
                        """)
                .param("owner", draft.owner())
                .param("id", draft.id())
                .param("reason", reason)
                .param("from", from)
                .param("digest", digest)
                .param("by", by.name())
                .param("account", by.account().orElse(null), Types.OTHER)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Answers a locked draft: it is approved, or a draft again. */
    @Transactional
    public void decide(Draft draft, DraftState state, String answer, Person by, Instant at) {
        sql.sql("""
                        update rule_book_drafts set state = :state, revision = revision + 1, answer = :answer,
                          decided_by = :by, decided_account = :account, decided_at = :at, changed_at = :at
                        where owner_id = :owner and id = :id
                        """)
                .param("owner", draft.owner())
                .param("id", draft.id())
                .param("state", state.name())
                .param("answer", answer)
                .param("by", by.name())
                .param("account", by.account().orElse(null), Types.OTHER)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Brings a locked draft into another state. */
    @Transactional
    public void move(Draft draft, DraftState state, String answer, Instant at) {
        sql.sql(
                        "update rule_book_drafts set state = :state, revision = revision + 1, answer = :answer, changed_at = :at"
                                + " where owner_id = :owner and id = :id")
                .param("owner", draft.owner())
                .param("id", draft.id())
                .param("state", state.name())
                .param("answer", answer)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        java.sql.Date from = row.getDate("from_day");
        return new Draft(
                row.getObject("owner_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getInt("base"),
                row.getInt("revision"),
                DraftState.valueOf(row.getString("state")),
                row.getString("source").equals("FOLDER"),
                new Person(row.getString("author"), account(row, "author_account")),
                row.getString("reason"),
                Optional.ofNullable(from).map(java.sql.Date::toLocalDate),
                act(row, "proposed"),
                act(row, "decided"),
                row.getString("answer"),
                Optional.ofNullable(row.getString("digest")).orElse(""),
                row.getTimestamp("changed_at").toInstant());
    }

    private static Optional<UUID> account(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    private static Optional<Draft.Act> act(ResultSet row, String what) throws SQLException {
        Timestamp at = row.getTimestamp(what + "_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new Draft.Act(
                        new Person(row.getString(what + "_by"), account(row, what + "_account")), at.toInstant()));
    }
}
