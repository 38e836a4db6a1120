package signpost.api.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.schools.Role;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;
import signpost.api.testing.Visitor;

/** From a proposal to the way back, as each person reads it on the pages. */
@SignpostTest
class ProposedAndGoneBackTest {

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    @Autowired
    Clock clock;

    @Test
    void whoeverApprovesIsToldAndTheWayBackIsToldAsItWas() {
        var school = schools.school();
        Visitor head = new Visitor(port, school.person(Role.HEAD_OF_DESTINATIONS));
        Visitor leader = new Visitor(port, school.person(Role.SENIOR_LEADER));
        String draft = head.post("/rule-book/drafts", Map.of("name", "Year 14")).path();
        assertThat(head.get(draft + "/proposal").words())
                .contains("Nothing: the draft is what is in force.")
                .doesNotContain("Why should the book change?");
        head.post(draft + "/file", Map.of("path", "topics/own.txt", "text", PublishingTest.RULE));
        assertThat(leader.get("/rule-book").words()).doesNotContain("waits for a second person");
        assertThat(head.post(draft + "/proposal/propose", sent("2", "Stays as typed"))
                        .words())
                .contains("The draft was changed while this page was open.", "Stays as typed");
        head.post(draft + "/proposal/propose", sent("1", "Asked for"));

        assertThat(leader.get("/rule-book").words()).contains("“Year 14” waits for a second person’s approval");
        assertThat(head.get("/rule-book").words()).doesNotContain("waits for a second person");
        leader.post(draft + "/proposal/approve", Map.of("revision", "2"));
        assertThat(head.get("/rule-book").words()).contains("From Version 1 of the school’s own rules");

        String versions = head.get("/rule-book/versions").text();
        String owner = versions.replaceAll("(?s).*versions/([0-9a-f-]{36})/0/roll-back.*", "$1");
        assertThat(leader.post("/rule-book/versions/" + owner + "/0/roll-back", Map.of("last", "1"))
                        .words())
                .contains("Gone back by", ", alone.", "A change needs two people.")
                .contains("Version 2 Last published");
        assertThat(head.get("/rule-book").words())
                .contains("From Version 2 of the school’s own rules, the same as before the first");
    }

    @Test
    void aRuleIsFoundByWhatItSays() {
        Visitor adviser = new Visitor(port, schools.school().person(Role.ADVISER));
        assertThat(adviser.get("/rule-book?find=Mentor+attendance").words())
                .contains("Severe absence")
                .doesNotContain("Maths below grade 4");
        assertThat(adviser.get("/rule-book?find=unicorns").words()).contains("No rule says that.");
    }

    @Test
    void noStudentIsNamedInWhatIsKept() {
        var school = schools.school();
        cohort.take(
                school.id(),
                "student_id,surname,forename,preferred_forename",
                "A1,O'Neill-Marsh,Robin Lee,Rob",
                "A2,Young,Grace,");
        Visitor head = new Visitor(port, school.person(Role.HEAD_OF_DESTINATIONS));
        String draft = head.post("/rule-book/drafts", Map.of("name", "Named")).path();
        head.post(
                draft + "/file",
                Map.of(
                        "path",
                        "topics/own.txt",
                        "text",
                        "# young people with grace\n# as Rob O’Neill-Marsh’s mother asked\n" + PublishingTest.RULE));
        assertThat(head.get(draft + "/proposal").words())
                .contains("topics/own.txt, line 2 has a student’s name in it: take it out.")
                .doesNotContain("line 1 ", "Why should the book change?");
        assertThat(head.post(draft + "/proposal/propose", sent("1", "Asked for"))
                        .words())
                .contains("line 2 has a student’s name in it");
        assertThat(head.post(draft + "/proposal/propose", sent("1", "For YOUNG, Grace"))
                        .words())
                .contains("Enter the reason without a student’s name");
    }

    private Map<String, String> sent(String revision, String reason) {
        LocalDate today = LocalDate.now(clock);
        return Map.of(
                "revision", revision,
                "reason", reason,
                "from-day", Integer.toString(today.getDayOfMonth()),
                "from-month", Integer.toString(today.getMonthValue()),
                "from-year", Integer.toString(today.getYear()));
    }
}
