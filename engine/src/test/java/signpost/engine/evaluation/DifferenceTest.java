package signpost.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.engine.ABook.rule;
import static signpost.engine.AStudent.aYear11Student;

import java.util.List;
import org.junit.jupiter.api.Test;
import signpost.engine.ABook;
import signpost.engine.evaluation.Difference.Kind;
import signpost.engine.evaluation.Difference.Said;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Severity;
import signpost.engine.rulebook.Subject.Points;

/** What a changed book changes for a student, and for many. */
class DifferenceTest {

    private static final String FLAG = "flag \"Absent\" as low\n    add 1 point to RONI\n    recommend ATT-01";

    private final Recommender below90 = book(rule("Absence", FLAG, "attendance is below 90%"));
    private final Recommender below85 = book(rule("Absence", FLAG, "attendance is below 85%"));

    @Test
    void booksThatSayTheSameDifferInNothing() {
        assertThat(difference(
                                below90,
                                below85,
                                aYear11Student().withAttendance("80").seen())
                        .isNone())
                .isTrue();
    }

    @Test
    void whatOnlyOneSaysIsGainedOrLostWithTheRulesBehindIt() {
        var lost = difference(
                below90, below85, aYear11Student().withAttendance("87").seen());

        assertThat(lost.gained()).isEmpty();
        assertThat(lost.lost())
                .containsExactly(
                        new Said(Kind.FLAG, "Absent", List.of("Absence")),
                        new Said(Kind.RECOMMENDATION, "ATT-01", List.of("Absence")));
        assertThat(lost.scores()).containsEntry("RONI", new Difference.Changed<>(new Points(1, 1), Points.NONE));
    }

    @Test
    void aFlagInAnotherSeverityIsNeitherGainedNorLost() {
        var graver = book(rule("Absence", FLAG.replace("low", "high"), "attendance is below 90%"));
        var changed = difference(
                below90, graver, aYear11Student().withAttendance("80").seen());

        assertThat(changed.gained()).isEmpty();
        assertThat(changed.lost()).isEmpty();
        assertThat(changed.severities()).containsEntry("Absent", new Difference.Changed<>(Severity.LOW, Severity.HIGH));
    }

    @Test
    void studentsAreCountedByThingAndByRule() {
        var differences = new Differences();
        for (String attendance : List.of("80", "86", "87", "")) {
            differences.add(difference(
                    below85,
                    below90,
                    aYear11Student().withAttendance(attendance).seen()));
        }

        assertThat(differences.students()).isEqualTo(4);
        assertThat(differences.changed()).isEqualTo(2);
        assertThat(differences.rules()).containsOnlyKeys("Absence").containsValue(new Differences.Tally(2, 0));
        assertThat(differences.scores()).containsEntry("RONI", new Differences.Tally(2, 0));
        assertThat(differences.things())
                .containsEntry(new Differences.Thing(Kind.FLAG, "Absent"), new Differences.Tally(2, 0))
                .hasSize(2);
    }

    private static Recommender book(String rules) {
        return ABook.withRules(rules).recommender();
    }

    private static Difference difference(Recommender before, Recommender after, StudentOnDate student) {
        return Difference.between(before.judge(student), after.judge(student));
    }
}
