package signpost.api.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.Keyboard;
import signpost.api.testing.Look;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;

/** Versions are looked at and gone back to, and a page follows how many students a new one has reached. */
@SignpostTest
class VersionPagesTest {

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestBooks books;

    @Autowired
    TestCohort cohort;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionOperations transactions;

    @Test
    void aVersionIsGoneBackToWithAReasonByKeyboardAlone() {
        var school = schools.school();
        books.publish(school, Map.of("topics/own.txt", ProposalPagesTest.RULE));
        books.publish(school, Map.of("topics/own.txt", ProposalPagesTest.RULE.replace("2 weeks", "4 weeks")));
        Page page = browser.signedIn(port, school.person(Role.SENIOR_LEADER));
        page.navigate(url("/rule-book"));
        Keyboard.press(page, "Versions");
        assertThat(words(page))
                .contains("Version 2", "within 4 weeks", "Version 1", "Written by Sam H, approved by Sam S");
        Keyboard.tabTo(page, "a[href$='/1/book.zip']");
        var fetched = page.waitForDownload(() -> page.keyboard().press("Enter"));
        assertThat(fetched.suggestedFilename()).isEqualTo("rule-book-version-1.zip");
        Look.atBoth(page, "versions");
        Keyboard.tabTo(page, "article:has(a[href$='/1/book.zip']) input[name=reason]");
        page.keyboard().type("Four weeks are too long");
        Keyboard.press(page, "Go back to version 1");
        assertThat(words(page))
                .contains(
                        "Version 3 is published: the same as version 1.",
                        "Four weeks are too long",
                        "Back to version 1");
    }

    @Test
    void anAdviserSeesTheVersionsAndMayNotGoBack() {
        var school = schools.school();
        books.publish(school, Map.of("topics/own.txt", ProposalPagesTest.RULE));
        Page page = browser.phone(port, school.person(Role.ADVISER));
        page.navigate(url("/rule-book/versions"));
        assertThat(words(page)).contains("Version 1").doesNotContain("Go back");
        Look.at(page, "versions-adviser");
    }

    @Test
    void howManyStudentsItHasReachedIsFollowedByItself() throws SQLException {
        var school = schools.school();
        cohort.take(
                school.id(),
                "student_id,surname,forename,nc_year,reg_group,enrol_status,attendance_pct",
                "A1,Marsh,Robin,11,11B,C,84",
                "A2,Marsh,Robin,11,11B,C,99");
        UUID student = cohort.idOf(school.id(), "A2");
        books.publish(school, Map.of("topics/own.txt", ProposalPagesTest.RULE));
        cohort.settle(school.id());
        Page page = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        try (Connection held = held(school.id(), student)) {
            waitsForTheBook(school.id(), student);
            page.navigate(url("/rule-book/reach"));
            page.waitForSelector("#reach :text('1 of 2')");
            Look.atBoth(page, "reach");
            held.rollback();
        }
        page.waitForSelector("#reach :text('Every student was judged by the rule book in force.')");
        Look.at(page, "reach-all");
    }

    /** Nobody else judges a student while their row is held. */
    private Connection held(UUID school, UUID student) throws SQLException {
        Connection held = database.getConnection();
        held.setAutoCommit(false);
        try (PreparedStatement whose = held.prepareStatement("select set_config('signpost.schools', ?, true)");
                PreparedStatement hold =
                        held.prepareStatement("select from students where id = ?::uuid for no key update")) {
            whose.setString(1, school.toString());
            whose.execute();
            hold.setString(1, student.toString());
            assertThat(hold.executeQuery().next()).isTrue();
        }
        return held;
    }

    /** As between a publication and a worker's turn. */
    private void waitsForTheBook(UUID school, UUID student) {
        schools.scope()
                .within(
                        school,
                        () -> transactions.executeWithoutResult(status -> {
                            sql.sql(
                                            "insert into to_evaluate (school_id, student, requested_at) values (:school, :student, now())")
                                    .param("school", school)
                                    .param("student", student)
                                    .update();
                            sql.sql(
                                            "update judgements set book_digest = (select digest from rule_books where digest <> book_digest limit 1)"
                                                    + " where school_id = :school and student = :student")
                                    .param("school", school)
                                    .param("student", student)
                                    .update();
                        }));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
