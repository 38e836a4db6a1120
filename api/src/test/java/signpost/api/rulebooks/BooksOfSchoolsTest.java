package signpost.api.rulebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import signpost.api.schools.Schools;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.BookFiles;

/** Each school judges by the book that follows from its own and its trust's versions. */
@SignpostTest
class BooksOfSchoolsTest {

    private static final String RULE = """
            Rule: %s
              Why: Few courses are meant to last so long.
              When
                the student is in year 14
              Then
                recommend PGI-01 within 2 weeks
              Because
                the student is in year {year group}
            """;

    @Autowired
    BookInForce book;

    @Autowired
    Versions versions;

    @Autowired
    Settling settling;

    @Autowired
    BooksOfSchools books;

    @Autowired
    TestSchools schools;

    @Autowired
    Schools all;

    private static BookFiles packWith(String path, String text) {
        Map<String, byte[]> files = new TreeMap<>();
        BookFiles pack = ShippedPack.files();
        pack.paths().forEach(one -> files.put(one, pack.bytes(one)));
        files.put(path, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new BookFiles(files);
    }

    private static BookFiles additions(String text) {
        return BookFiles.ofTexts(Map.of("topics/own.txt", text));
    }

    private void publish(UUID school, UUID owner, BookFiles files) {
        schools.scope()
                .within(
                        school,
                        () -> versions.add(
                                new Version(
                                        owner,
                                        versions.last(owner) + 1,
                                        files.digest(),
                                        1,
                                        0,
                                        OptionalInt.empty(),
                                        "A test",
                                        List.of(),
                                        new Version.Person("The folder", Optional.empty()),
                                        new Version.Person("Sam H", Optional.empty()),
                                        Instant.EPOCH),
                                files,
                                Optional.empty()));
    }

    private List<String> rules(UUID school) {
        Recommender recommender = schools.scope().within(school, book::recommender);
        assertThat(schools.scope().within(school, book::agreed)).isSameAs(recommender);
        return recommender.book().rules().stream().map(rule -> rule.name()).toList();
    }

    @Test
    void aSchoolsOwnBookConcernsNoOther() {
        UUID one = schools.school().id();
        UUID other = schools.school().id();
        publish(one, one, packWith("topics/own.txt", RULE.formatted("Third year")));

        assertThat(settling.settle(one)).isEmpty();
        assertThat(settling.settle(other)).isEmpty();

        assertThat(rules(one)).contains("Third year");
        assertThat(rules(other)).isNotEmpty().doesNotContain("Third year");
    }

    @Test
    void aTrustsBookReachesItsSchoolsAndTheirAdditionsLieOnTop() {
        UUID trust = all.trust("Trust " + UUID.randomUUID());
        UUID one = schools.school().id();
        UUID other = schools.school().id();
        all.join(one, trust);
        all.join(other, trust);
        publish(one, trust, packWith("topics/trusts.txt", RULE.formatted("The trust's")));
        publish(one, one, additions(RULE.formatted("Our own")));

        assertThat(settling.settle(one)).isEmpty();
        assertThat(settling.settle(other)).isEmpty();

        assertThat(rules(one)).contains("The trust's", "Our own");
        assertThat(rules(other)).contains("The trust's").doesNotContain("Our own");
    }

    @Test
    void additionsThatNoLongerFitLeaveTheSchoolItsBookAndSayWhy() {
        UUID trust = all.trust("Trust " + UUID.randomUUID());
        UUID one = schools.school().id();
        all.join(one, trust);
        publish(one, trust, packWith("topics/trusts.txt", RULE.formatted("The trust's")));
        publish(one, one, additions("Switch off: The trust's\n  Why: We do this otherwise.\n"));
        assertThat(settling.settle(one)).isEmpty();

        publish(one, trust, packWith("topics/trusts.txt", RULE.formatted("Renamed")));
        assertThat(settling.settle(one))
                .anySatisfy(problem -> assertThat(problem.message()).contains("no rule \"The trust's\""));

        assertThat(rules(one)).doesNotContain("Renamed", "The trust's");
        var conflict = schools.scope().within(one, () -> books.conflict(one)).orElseThrow();
        assertThat(conflict.parts()).isEqualTo(new Composition.Parts(2, 1));

        publish(one, one, additions(RULE.formatted("Our own")));
        assertThat(settling.settle(one)).isEmpty();
        assertThat(rules(one)).contains("Renamed", "Our own");
        assertThat(schools.scope().within(one, () -> books.conflict(one))).isEmpty();
    }

    @Test
    void anotherTrustsBookIsNotSeen() {
        UUID trust = all.trust("Trust " + UUID.randomUUID());
        UUID one = schools.school().id();
        UUID stranger = schools.school().id();
        all.join(one, trust);
        publish(one, trust, packWith("topics/trusts.txt", RULE.formatted("The trust's")));

        assertThat(schools.scope().within(one, () -> versions.of(trust))).hasSize(1);
        assertThat(schools.scope().within(stranger, () -> versions.of(trust))).isEmpty();
    }
}
