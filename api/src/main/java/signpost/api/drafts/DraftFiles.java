package signpost.api.drafts;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.rulebooks.Version.Person;
import signpost.engine.rulebook.BookFiles;

/** What drafts change about the files of the version they began from; every save is kept. */
@Repository
class DraftFiles {

    /** A file as it was saved; no content when it was taken away. */
    record Saved(String path, Optional<byte[]> content) {}

    private final JdbcClient sql;

    DraftFiles(JdbcClient sql) {
        this.sql = sql;
    }

    /** The files as the draft had them at a revision. */
    @Transactional(readOnly = true)
    BookFiles over(BookFiles base, Draft draft, int revision) {
        List<Saved> saved = sql.sql("""
                        select distinct on (path) path, content from rule_book_draft_files
                        where owner_id = :owner and draft = :draft and revision <= :revision order by path, revision desc
                        """)
                .param("owner", draft.owner())
                .param("draft", draft.id())
                .param("revision", revision)
                .query((row, number) -> new Saved(row.getString("path"), Optional.ofNullable(row.getBytes("content"))))
                .list();
        if (saved.isEmpty()) {
            return base;
        }
        Map<String, byte[]> files = new TreeMap<>();
        base.paths().forEach(path -> files.put(path, base.bytes(path)));
        saved.forEach(one -> one.content()
                .ifPresentOrElse(content -> files.put(one.path(), content), () -> files.remove(one.path())));
        return new BookFiles(files);
    }

    /**
     * The last save.
     *
     * @param by who saved it
     * @param rebased whether it brought the draft up to date with what was published
     */
    record Last(int revision, List<String> paths, Person by, boolean rebased) {}

    /** The last save, of one or several files; nothing while nobody saved anything. */
    @Transactional(readOnly = true)
    Optional<Last> last(Draft draft) {
        return sql.sql("""
                        select revision, saved_by, saved_account, bool_or(rebased) as rebased,
                          array_agg(path order by path) as paths
                        from rule_book_draft_files where owner_id = :owner and draft = :draft
                          and revision = (select max(revision) from rule_book_draft_files
                            where owner_id = :owner and draft = :draft)
                        group by revision, saved_by, saved_account
                        """)
                .param("owner", draft.owner())
                .param("draft", draft.id())
                .query((row, number) -> new Last(
                        row.getInt("revision"),
                        List.of((String[]) row.getArray("paths").getArray()),
                        new Person(
                                row.getString("saved_by"),
                                Optional.ofNullable(row.getObject("saved_account", UUID.class))),
                        row.getBoolean("rebased")))
                .optional();
    }

    /** Everybody who saved a file of the draft; what nobody signed has no account. */
    @Transactional(readOnly = true)
    List<Person> writers(Draft draft) {
        return sql.sql("""
                        select distinct saved_by, saved_account from rule_book_draft_files
                        where owner_id = :owner and draft = :draft order by saved_by
                        """)
                .param("owner", draft.owner())
                .param("draft", draft.id())
                .query((row, number) -> new Person(
                        row.getString("saved_by"), Optional.ofNullable(row.getObject("saved_account", UUID.class))))
                .list();
    }

    @Transactional
    void save(Draft draft, int revision, boolean rebased, List<Saved> files, Person by, Instant at) {
        for (Saved file : files) {
            sql.sql("""
                            insert into rule_book_draft_files (owner_id, draft, path, revision, content, saved_by,
                              saved_account, saved_at, rebased)
                            values (:owner, :draft, :path, :revision, :content, :by, :account, :at, :rebased)
                            """)
                    .param("owner", draft.owner())
                    .param("draft", draft.id())
                    .param("path", file.path())
                    .param("revision", revision)
                    .param("content", file.content().orElse(null), Types.BINARY)
                    .param("by", by.name())
                    .param("account", by.account().orElse(null), Types.OTHER)
                    .param("at", Timestamp.from(at))
                    .param("rebased", rebased)
                    .update();
        }
    }
}
