package signpost.api.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import signpost.api.recommendations.Sight;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.engine.evaluation.Explanation;
import signpost.engine.evaluation.Recommender;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Profile;
import signpost.engine.profile.Source;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.profile.TermCalendar;
import signpost.engine.profile.Value;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookReader;
import signpost.engine.rulebook.BookReading;
import signpost.engine.rulebook.RuleBook;

/** What rules wait for, as work somebody can do. */
class WaitingTest {

    private static final LocalDate SPRING = LocalDate.of(2027, 2, 10);
    private static final RuleBook PACK =
            ((BookReading.Whole) BookReader.read(BookFiles.ofFolder(Path.of("..", "rules", "pack")))).book();
    private static final Sight ADVISER = Sight.of(
            new StaffMember(
                    UUID.randomUUID(), UUID.randomUUID(), "Adviser", UUID.randomUUID(), "School", Set.of(Role.ADVISER)),
            PACK);

    @Test
    void inASchoolsFirstTermAllThatIsMissingOfLastTermIsOneLine() {
        List<StudentFile.Missing> missing = missing(Map.of(
                "nc_year", new Value.Amount(BigDecimal.valueOf(11)),
                "plan_state", new Value.Code("none"),
                "attendance_pct", new Value.Amount(BigDecimal.valueOf(86))));
        assertThat(missing)
                .filteredOn(fact -> fact.words().contains("last term"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.rules())
                        .extracting(Explanation::rule)
                        .contains(
                                "Still no post-16 plan in the spring", "Persistent absence, no better than last term"));
        assertThat(missing).extracting(StudentFile.Missing::words).contains("Intended route is not known");
    }

    private static List<StudentFile.Missing> missing(Map<String, Value> values) {
        Map<String, Fact.Known> facts = new java.util.HashMap<>();
        values.forEach((key, value) -> facts.put(key, new Fact.Known(value, Source.MIS, SPRING)));
        StudentOnDate student = new StudentOnDate(new Profile("S1", facts), SPRING, TermCalendar.english());
        return Waiting.of(new Recommender(PACK).judge(student).cannotTell(), ADVISER)
                .facts();
    }
}
