package signpost.api.rulebooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.engine.rulebook.BookFiles;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The versions of every owner's book; only ever added to. */
@Repository
public class Versions {

    private static final String COLUMNS = "owner_id, number, digest, rules, scenarios, rolled_back_to, reason, changes,"
            + " author, author_account, approver, approver_account, published_at";

    private final JdbcClient sql;
    private final JsonMapper json;

    Versions(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Keeps others from publishing for this owner until the transaction ends. */
    @Transactional
    public void hold(UUID owner) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('rule book of ' || :owner, 0))")
                .param("owner", owner.toString())
                .query(row -> {});
    }

    /** The number of an owner's last version; 0 before the first. */
    @Transactional(readOnly = true)
    public int last(UUID owner) {
        return sql.sql("select coalesce(max(number), 0) from rule_book_versions where owner_id = :owner")
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    /** An owner's versions, the last first. */
    @Transactional(readOnly = true)
    public List<Version> of(UUID owner) {
        return sql.sql("select " + COLUMNS
                        + " from rule_book_versions where owner_id = :owner order by number desc limit 200")
                .param("owner", owner)
                .query(this::version)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Version> find(UUID owner, int number) {
        return sql.sql("select " + COLUMNS + " from rule_book_versions where owner_id = :owner and number = :number")
                .param("owner", owner)
                .param("number", number)
                .query(this::version)
                .optional();
    }

    /** The owner's own files in a version; nothing for one that is not there. */
    @Transactional(readOnly = true)
    public Optional<BookFiles> files(UUID owner, int number) {
        return sql.sql("select files from rule_book_versions where owner_id = :owner and number = :number")
                .param("owner", owner)
                .param("number", number)
                .query((row, at) -> row.getBytes("files"))
                .optional()
                .map(Zip::read);
    }

    /**
     * Adds a version.
     *
     * @throws org.springframework.dao.DuplicateKeyException when somebody has published under this number meanwhile
     */
    @Transactional
    public void add(Version version, BookFiles files, Optional<UUID> draft) {
        sql.sql("insert into rule_book_versions (" + COLUMNS + ", files, draft) values (:owner, :number, :digest,"
                        + " :rules, :scenarios, :back, :reason, :changes::jsonb, :author, :authorAccount, :approver,"
                        + " :approverAccount, :at, :files, :draft)")
                .param("owner", version.owner())
                .param("number", version.number())
                .param("digest", version.digest())
                .param("rules", version.rules())
                .param("scenarios", version.scenarios())
                .param(
                        "back",
                        version.rolledBackTo().isPresent()
                                ? version.rolledBackTo().getAsInt()
                                : null,
                        Types.INTEGER)
                .param("reason", version.reason())
                .param("changes", json.writeValueAsString(version.changes()))
                .param("author", version.author().name())
                .param("authorAccount", version.author().account().orElse(null), Types.OTHER)
                .param("approver", version.approver().name())
                .param("approverAccount", version.approver().account().orElse(null), Types.OTHER)
                .param("at", Timestamp.from(version.publishedAt()))
                .param("files", Zip.of(files))
                .param("draft", draft.orElse(null), Types.OTHER)
                .update();
    }

    private Version version(ResultSet row, int at) throws SQLException {
        int back = row.getInt("rolled_back_to");
        OptionalInt rolledBackTo = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(back);
        return new Version(
                row.getObject("owner_id", UUID.class),
                row.getInt("number"),
                row.getString("digest"),
                row.getInt("rules"),
                row.getInt("scenarios"),
                rolledBackTo,
                row.getString("reason"),
                json.readValue(row.getString("changes"), new TypeReference<List<Version.Change>>() {}),
                person(row, "author"),
                person(row, "approver"),
                row.getTimestamp("published_at").toInstant());
    }

    private static Version.Person person(ResultSet row, String who) throws SQLException {
        return new Version.Person(row.getString(who), Optional.ofNullable(row.getObject(who + "_account", UUID.class)));
    }
}
