package signpost.api.uploads;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.drafts.Draft;
import signpost.api.drafts.Drafting;
import signpost.api.rulebooks.Version.Person;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookZip;
import signpost.engine.rulebook.ZipReading;

/** Uploads that wait to be put into a draft: one of each person for each draft, for a day. */
@Repository
class Uploads {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient sql;
    private final Clock clock;

    Uploads(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Keeps an upload in the place of the same person's last one for this draft. */
    @Transactional
    void keep(Upload upload) {
        sql.sql("""
                        delete from rule_book_uploads
                        where owner_id = :owner and draft = :draft and uploaded_account is not distinct from :account
                        """)
                .param("owner", upload.owner())
                .param("draft", upload.draft())
                .param("account", upload.by().account().orElse(null), Types.OTHER)
                .update();
        sql.sql("""
                        insert into rule_book_uploads (owner_id, draft, id, what, base, revision, files, uploaded_by,
                          uploaded_account, uploaded_at)
                        values (:owner, :draft, :id, :what, :base, :revision, :files, :by, :account, :at)
                        """)
                .param("owner", upload.owner())
                .param("draft", upload.draft())
                .param("id", upload.id())
                .param("what", upload.what())
                .param("base", upload.opened().base())
                .param("revision", upload.opened().revision())
                .param("files", BookZip.pack(upload.files()))
                .param("by", upload.by().name())
                .param("account", upload.by().account().orElse(null), Types.OTHER)
                .param("at", Timestamp.from(upload.at()))
                .update();
    }

    @Transactional(readOnly = true)
    Optional<Upload> find(Draft draft, UUID id) {
        return sql.sql("""
                        select * from rule_book_uploads
                        where owner_id = :owner and draft = :draft and id = :id and uploaded_at >= :old
                        """)
                .param("owner", draft.owner())
                .param("draft", draft.id())
                .param("id", id)
                .param("old", Timestamp.from(oldest(clock.instant())))
                .query((row, number) -> new Upload(
                        draft.owner(),
                        draft.id(),
                        id,
                        row.getString("what"),
                        new Drafting.Opened(row.getInt("base"), row.getInt("revision")),
                        unpacked(row.getBytes("files")),
                        new Person(
                                row.getString("uploaded_by"),
                                Optional.ofNullable(row.getObject("uploaded_account", UUID.class))),
                        row.getTimestamp("uploaded_at").toInstant()))
                .optional();
    }

    @Transactional
    void remove(Draft draft, UUID id) {
        sql.sql("delete from rule_book_uploads where owner_id = :owner and draft = :draft and id = :id")
                .param("owner", draft.owner())
                .param("draft", draft.id())
                .param("id", id)
                .update();
    }

    /** Deletes what has waited for a day or longer at this time, of every owner in the scope. */
    @Transactional
    void forget(Instant now) {
        sql.sql("delete from rule_book_uploads where uploaded_at < :old")
                .param("old", Timestamp.from(oldest(now)))
                .update();
    }

    private static Instant oldest(Instant now) {
        return now.minus(KEPT);
    }

    private static BookFiles unpacked(byte[] zip) {
        if (BookZip.unpack("upload", zip) instanceof ZipReading.Unpacked unpacked) {
            return unpacked.files();
        }
        throw new IllegalStateException("what was packed here unpacks");
    }
}
