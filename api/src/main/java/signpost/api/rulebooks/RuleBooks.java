package signpost.api.rulebooks;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.engine.rulebook.BookFiles;

/** The books ever in force, and the one in force where a school has none of its own. */
@Repository
class RuleBooks {

    /** Where a book in force comes from, and since when it is. */
    record Published(String origin, int scenarios, Instant since) {}

    private static final String RELEASE =
            Objects.requireNonNullElse(RuleBooks.class.getPackage().getImplementationVersion(), "development");

    private final JdbcClient sql;

    RuleBooks(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<String> digestInForce() {
        return sql.sql("select digest from rule_book_in_force")
                .query(String.class)
                .optional();
    }

    /** Whether this release of Signpost has run the book's scenarios, and they came out as written. */
    boolean hasPassed(String digest) {
        return sql.sql("select exists (select from rule_books where digest = :digest and checked_by = :release)")
                .param("digest", digest)
                .param("release", RELEASE)
                .query(Boolean.class)
                .single();
    }

    /** Of the book with this digest, for the school worked for. */
    @Transactional(readOnly = true)
    Optional<Published> published(String digest) {
        return sql.sql("""
                        select b.origin, b.scenarios, coalesce(s.since, f.since) as since from rule_books b
                        left join books_of_schools s on s.digest = b.digest
                        left join rule_book_in_force f on f.digest = b.digest
                        where b.digest = :digest and coalesce(s.since, f.since) is not null
                        """)
                .param("digest", digest)
                .query((row, number) -> new Published(
                        row.getString("origin"),
                        row.getInt("scenarios"),
                        row.getTimestamp("since").toInstant()))
                .optional();
    }

    Optional<BookFiles> files(String digest) {
        return sql.sql("select files from rule_books where digest = :digest")
                .param("digest", digest)
                .query((row, number) -> row.getBytes("files"))
                .optional()
                .map(Zip::read);
    }

    /** Keeps a book that has passed every check. */
    @Transactional
    void store(BookFiles files, String origin, int rules, int scenarios, Instant at) {
        sql.sql("""
                        insert into rule_books (digest, origin, files, rules, scenarios, loaded_at, checked_by)
                        values (:digest, :origin, :files, :rules, :scenarios, :at, :release)
                        on conflict (digest) do update set checked_by = excluded.checked_by
                        where rule_books.checked_by <> excluded.checked_by
                        """)
                .param("digest", files.digest())
                .param("origin", origin)
                .param("files", Zip.of(files))
                .param("rules", rules)
                .param("scenarios", scenarios)
                .param("at", Timestamp.from(at))
                .param("release", RELEASE)
                .update();
    }

    /** Puts a book that is kept in force for whoever has none of their own; true when another was before. */
    @Transactional
    boolean putInForce(String digest, Instant at) {
        return sql.sql("""
                                insert into rule_book_in_force (digest, since) values (:digest, :at)
                                on conflict (one_row) do update set digest = excluded.digest, since = excluded.since
                                where rule_book_in_force.digest <> excluded.digest
                                """)
                        .param("digest", digest)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }
}
