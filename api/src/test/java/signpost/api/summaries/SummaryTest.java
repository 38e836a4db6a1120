package signpost.api.summaries;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Look.words;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.schools.Role;
import signpost.api.students.Api;
import signpost.api.testing.Browser;
import signpost.api.testing.Look;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;

/** The page a student is handed says what they said and what comes, and nothing that is not for a bus seat. */
@SignpostTest
class SummaryTest {

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    private TestSchools.TestSchool school;
    private UUID student;

    @BeforeEach
    void aStudentWhoSpoke() {
        school = schools.school();
        cohort.take(
                school.id(),
                "student_id,surname,forename,nc_year,reg_group,enrol_status,attendance_pct",
                "A1,Łukaszewska,Zoë,11,11B,C,84");
        student = cohort.idOf(school.id(), "A1");
        var mis = new Api(port, school.token());
        mis.post(
                "/api/v1/interviews",
                "{\"studentId\": \"A1\", \"date\": \"2026-11-20\", \"kind\": \"guidance\", \"notes\": \"A private remark\","
                        + " \"answers\": {\"plan_state\": \"applied\", \"applications\": [\"Riverside College\", \"Ashdown Sixth Form\"],\"knows_fe\": 3, \"barriers\": [\"caring\"]}}");
        mis.get("/api/v1/students/A1/recommendations")
                .json()
                .get("recommendations")
                .valueStream()
                .forEach(made -> mis.post(
                        "/api/v1/recommendations/" + made.get("id").asString() + "/feedback",
                        "{\"outcome\":\"accepted\",\"decidedBy\":\"One\"}"));
    }

    @Test
    void thePdfSpeaksToTheStudentAndLeavesOutWhatIsSpecialUnlessItIsTicked() throws IOException {
        var page = browser.signedIn(port, school.person(Role.ADVISER));
        String plain = pdf(page, "");
        String ticked = pdf(page, "?special=true");

        assertThat(plain)
                .contains(
                        "Zoë Łukaszewska",
                        "Your plan",
                        "How far you have got with your plan: applied",
                        "college and vocational courses: 3 of 4")
                .contains("Where you have applied: Riverside College, Ashdown Sixth Form")
                .contains("We last spoke with you on 20 November 2026", "Help that is planned for you")
                .contains("There is more that is not on this page. Ask us about it.")
                .doesNotContainIgnoringCase("caring")
                .doesNotContain("private remark", "Persistent absence", "RONI");
        assertThat(ticked).contains("caring for someone at home").doesNotContain("private remark", "There is more");
        assertThat(ticked.lines().count()).isGreaterThan(plain.lines().count());

        page.navigate(url("/summary"));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".summary-tools").isVisible()).isFalse();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        Look.atBoth(page, "summary");
        page.setViewportSize(390, 844);
        page.check("#special");
        page.click("button:has-text('Show')");
        assertThat(words(page)).contains("caring for someone at home");

        assertThat(browser.signedIn(port, school.person(Role.TUTOR))
                        .navigate(url("/summary"))
                        .status())
                .isEqualTo(403);
    }

    private String pdf(Page page, String query) throws IOException {
        var answer = page.request().get(url("/summary.pdf") + query);
        assertThat(answer.headers().get("content-type")).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private String url(String path) {
        return "http://localhost:" + port + "/students/" + student + path;
    }
}
