package signpost.api.students;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.rulebooks.BookInForce;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Profile;
import signpost.engine.profile.Source;
import signpost.engine.vocabulary.Reading;
import signpost.engine.vocabulary.ValueReader;
import signpost.engine.vocabulary.Vocabulary;

/** What is known of students, in the words of the rule book in force. */
@Repository
@Transactional(readOnly = true)
public class Profiles {

    private static final LocalDate FAR = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final OurSchool school;
    private final BookInForce book;

    Profiles(JdbcClient jdbc, OurSchool school, BookInForce book) {
        this.jdbc = jdbc;
        this.school = school;
        this.book = book;
    }

    /**
     * The profiles of these students, by id, in one statement. A student of whom nothing is known has an empty profile;
     * what the book in force has no word for is left out, and what it works out is there.
     */
    public Map<UUID, Profile> of(Collection<UUID> students) {
        return of(students, book.recommender().book().vocabulary());
    }

    /** The same in the words of another book. */
    public Map<UUID, Profile> of(Collection<UUID> students, Vocabulary vocabulary) {
        return read(students, vocabulary, "superseded_at is null", FAR);
    }

    /** The profiles as they were known when a day ended; what was recorded later does not count. */
    public Map<UUID, Profile> asOf(Collection<UUID> students, LocalDate day) {
        return asOf(students, day, book.recommender().book().vocabulary());
    }

    /** The same in the words of another book. */
    public Map<UUID, Profile> asOf(Collection<UUID> students, LocalDate day, Vocabulary vocabulary) {
        return read(
                students,
                vocabulary,
                "recorded_at < cast(:day as date) + 1 and (superseded_at is null or superseded_at >= cast(:day as date) + 1)",
                day);
    }

    private Map<UUID, Profile> read(Collection<UUID> students, Vocabulary vocabulary, String which, LocalDate day) {
        Map<UUID, Map<String, Fact.Known>> facts = new LinkedHashMap<>();
        students.forEach(student -> facts.put(student, new HashMap<>()));
        jdbc.sql("select student, attribute, value, source, least(confirmed_on, cast(:day as date)) as confirmed_on"
                        + " from observations"
                        + " where school_id = :school and student = any (:students::uuid[]) and " + which)
                .param("day", day)
                .param("school", school.id())
                .param("students", students.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    var confirmed = row.getObject("confirmed_on", LocalDate.class);
                    var source = Source.valueOf(row.getString("source"));
                    var known = facts.getOrDefault(row.getObject("student", UUID.class), new HashMap<>());
                    var value = row.getString("value");
                    vocabulary.byKey(row.getString("attribute")).ifPresent(attribute -> {
                        if (ValueReader.read(attribute, value) instanceof Reading.Read read) {
                            known.put(attribute.key(), new Fact.Known(read.value(), source, confirmed));
                        }
                    });
                });
        Map<UUID, Profile> profiles = new LinkedHashMap<>();
        facts.forEach(
                (student, known) -> profiles.put(student, vocabulary.complete(new Profile(student.toString(), known))));
        return profiles;
    }
}
