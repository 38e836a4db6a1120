package signpost.api.rulebooks;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.schools.SchoolLock;
import signpost.engine.text.Problem;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which book each school judges by, and which one it could not take. */
@Repository
class BooksOfSchools {

    /** A school's book in force. */
    record InForce(String digest, Composition.Parts parts, Instant since) {}

    /** A book that did not go in force at a school, and why. */
    record Conflict(Composition.Parts parts, List<Problem> problems, Instant foundAt) {}

    private final JdbcClient sql;
    private final SchoolLock lock;
    private final JsonMapper json;

    BooksOfSchools(JdbcClient sql, SchoolLock lock, JsonMapper json) {
        this.sql = sql;
        this.lock = lock;
        this.json = json;
    }

    /** The digests of all schools that have a book other than the default. */
    Map<UUID, String> digests() {
        Map<UUID, String> digests = new HashMap<>();
        sql.sql("select school_id, digest from books_in_force()").query(row -> {
            digests.put(row.getObject("school_id", UUID.class), row.getString("digest"));
        });
        return digests;
    }

    @Transactional(readOnly = true)
    Optional<InForce> of(UUID school) {
        return sql.sql("select * from books_of_schools where school_id = :school")
                .param("school", school)
                .query((row, number) -> new InForce(
                        row.getString("digest"),
                        new Composition.Parts(row.getInt("trust_version"), row.getInt("school_version")),
                        row.getTimestamp("since").toInstant()))
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<Conflict> conflict(UUID school) {
        return sql.sql("select * from book_conflicts where school_id = :school")
                .param("school", school)
                .query((row, number) -> new Conflict(
                        new Composition.Parts(row.getInt("trust_version"), row.getInt("school_version")),
                        json.readValue(row.getString("problems"), new TypeReference<List<Problem>>() {}),
                        row.getTimestamp("found_at").toInstant()))
                .optional();
    }

    /** Puts a book in force at a school, unless it is made of older versions than the one that is; true when it changed. */
    @Transactional
    boolean put(UUID school, String digest, Composition.Parts parts, Instant at) {
        lock.hold(school);
        Optional<InForce> before = of(school);
        if (before.filter(now -> now.parts().newerThan(parts)).isPresent()) {
            return false;
        }
        sql.sql("delete from book_conflicts where school_id = :school")
                .param("school", school)
                .update();
        sql.sql("""
                        insert into books_of_schools as b (school_id, digest, trust_version, school_version, since)
                        values (:school, :digest, :trust, :own, :at)
                        on conflict (school_id) do update set digest = excluded.digest,
                          trust_version = excluded.trust_version, school_version = excluded.school_version,
                          since = case when b.digest = excluded.digest then b.since else excluded.since end
                        """)
                .param("school", school)
                .param("digest", digest)
                .param("trust", parts.trust())
                .param("own", parts.school())
                .param("at", Timestamp.from(at))
                .update();
        return before.filter(now -> now.digest().equals(digest)).isEmpty();
    }

    @Transactional
    void refused(UUID school, Composition.Parts parts, List<Problem> problems, Instant at) {
        sql.sql("""
                        insert into book_conflicts (school_id, trust_version, school_version, problems, found_at)
                        values (:school, :trust, :own, :problems::jsonb, :at)
                        on conflict (school_id) do update set trust_version = excluded.trust_version,
                          school_version = excluded.school_version, problems = excluded.problems, found_at = excluded.found_at
                        """)
                .param("school", school)
                .param("trust", parts.trust())
                .param("own", parts.school())
                .param("problems", json.writeValueAsString(problems))
                .param("at", Timestamp.from(at))
                .update();
    }
}
