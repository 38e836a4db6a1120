package signpost.api.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.CountedStatements;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;

/** A page asks the database in sets: as often for two hundred students as for two. */
@SignpostTest
class StatementsTest {

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    @Test
    void theCaseloadAsksAsOftenForManyAsForFew() {
        var few = schools.school();
        var many = schools.school();
        enrol(few.id(), 2);
        enrol(many.id(), 200);
        var ofFew = signedIn(few);
        var ofMany = signedIn(many);
        for (var path :
                new String[] {"/caseload", "/caseload?view=all", "/caseload?year=11", "/terms", "/terms/compare"}) {
            assertThat(statements(ofMany, path))
                    .as(path)
                    .isEqualTo(statements(ofFew, path))
                    .isBetween(1, 20);
        }
    }

    @Test
    void theHomePageAndTheMeetingListAskAsOftenForManyAsForFew() {
        var few = schools.school();
        var many = schools.school();
        enrol(few.id(), 2);
        enrol(many.id(), 200);
        var ofFew = signedIn(few);
        var ofMany = signedIn(many);
        for (var path : new String[] {"/home", "/meeting-list?year=11", "/sessions"}) {
            assertThat(statements(ofMany, path))
                    .as(path)
                    .isEqualTo(statements(ofFew, path))
                    .isBetween(1, 20);
        }
    }

    @Test
    void aStudentsPageAsksAFewTimes() {
        var school = schools.school();
        enrol(school.id(), 3);
        assertThat(statements(signedIn(school), "/students/" + cohort.idOf(school.id(), "A1")))
                .isBetween(1, 22);
    }

    private void enrol(UUID school, int students) {
        cohort.take(
                school,
                Stream.concat(
                                Stream.of(
                                        "student_id,surname,forename,nc_year,enrol_status,future_career_plan,attendance_pct"),
                                IntStream.rangeClosed(1, students)
                                        .mapToObj(number -> "A" + number + ",Marsh,Robin,11,C,N,84"))
                        .toArray(String[]::new));
    }

    private int statements(Page page, String path) {
        get(page, path);
        // Who is signed in is read and written again after the answer is sent, sometimes too late to be counted.
        return CountedStatements.ofRequests(() -> get(page, path)).stream()
                .filter(query -> !query.getQuery().contains("SPRING_SESSION"))
                .toList()
                .size();
    }

    private void get(Page page, String path) {
        assertThat(page.request().get("http://localhost:" + port + path).status())
                .isEqualTo(200);
    }

    private Page signedIn(TestSchools.TestSchool school) {
        return browser.signedIn(port, school.person(Role.ADVISER));
    }
}
