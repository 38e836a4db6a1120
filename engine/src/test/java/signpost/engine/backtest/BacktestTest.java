package signpost.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.engine.AStudent.aStudent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import signpost.engine.ABook;
import signpost.engine.cohort.Outcome;
import signpost.engine.profile.StudentOnDate;

class BacktestTest {

    private static final String ABSENT = ABook.rule("Absent", "flag \"At risk\" as low", "attendance is 90% or below");
    private static final String SUSPENDED =
            ABook.rule("Suspended", "flag \"At risk\" as high", "the number of suspensions is 1 or more");

    private final List<StudentOnDate> students = new ArrayList<>();
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

    /**
     * Twenty students by hand: twelve flagged for absence, of whom seven left, two were never placed, two are well and one is
     * not known; five not flagged, of whom one left; three without attendance, of whom one was never placed.
     */
    private void twentyStudents() {
        enrol(7, "80", "", Outcome.NOT_SUSTAINED);
        enrol(2, "90", "", Outcome.NEVER_PLACED);
        enrol(2, "85", "", Outcome.SUSTAINED);
        enrol(1, "85", "", Outcome.NOT_KNOWN);
        enrol(1, "95", "", Outcome.NOT_SUSTAINED);
        enrol(4, "91", "", Outcome.SUSTAINED);
        enrol(1, "", "", Outcome.NEVER_PLACED);
        enrol(2, "", "", Outcome.SUSTAINED);
    }

    @Test
    void aCohortIsCountedAsByHand() {
        twentyStudents();
        Tally absent = run(ABSENT).rule("Absent").orElseThrow();

        assertThat(absent.flagged()).isEqualTo(new Band(2, 7, 2, 1));
        assertThat(absent.notFlagged()).isEqualTo(new Band(4, 1, 0, 0));
        assertThat(absent.cannotTell()).isEqualTo(new Band(2, 0, 1, 0));
        assertThat(absent.judged()).isEqualTo(20);
        assertThat(absent.missed()).isEqualTo(1);
        assertThat(absent.right()).isEqualTo(new Share(9, 11));
        assertThat(absent.found()).isEqualTo(new Share(9, 11));
    }

    @Test
    void whoseOutcomeIsNotKnownCountsNeitherWay() {
        twentyStudents();
        Tally before = run(ABSENT).rule("Absent").orElseThrow();
        enrol(50, "80", "", Outcome.NOT_KNOWN);
        enrol(50, "95", "", Outcome.NOT_KNOWN);
        students.add(aStudent().named("not in the file").withAttendance("80").seen());
        Tally after = run(ABSENT).rule("Absent").orElseThrow();

        assertThat(after.right()).isEqualTo(before.right());
        assertThat(after.found()).isEqualTo(before.found());
        assertThat(after.missed()).isEqualTo(before.missed());
        assertThat(after.flagged().notKnown()).isEqualTo(before.flagged().notKnown() + 51);
    }

    @Test
    void aFlagIsCertainWhenOneRuleIsAndCannotTellWhenOneCannot() {
        enrol(1, "80", "", Outcome.NOT_SUSTAINED);
        enrol(1, "95", "", Outcome.NOT_SUSTAINED);
        enrol(1, "95", "0", Outcome.SUSTAINED);
        enrol(1, "95", "2", Outcome.SUSTAINED);
        Tally risk = run(ABSENT + SUSPENDED).flag("At risk").orElseThrow();

        assertThat(risk.flagged()).isEqualTo(new Band(1, 1, 0, 0));
        assertThat(risk.cannotTell()).isEqualTo(new Band(0, 1, 0, 0));
        assertThat(risk.notFlagged()).isEqualTo(new Band(1, 0, 0, 0));
    }

    @Test
    void aRuleJudgesNobodyBeforeItIsInForce() {
        twentyStudents();
        String later = ABSENT.replace("  When", "  In force: from 1 January 2030\n  When");
        Backtest backtest = run(later);

        assertThat(backtest.everybody().students()).isEqualTo(20);
        assertThat(backtest.rule("Absent").orElseThrow().judged()).isZero();
        assertThat(backtest.flag("At risk").orElseThrow().judged()).isZero();
    }

    @Test
    void everyTallyAddsUpWhateverTheCohort() {
        for (int seed = 0; seed < 20; seed++) {
            students.clear();
            outcomes.clear();
            Random dice = new Random(seed);
            for (int number = 0; number < 40; number++) {
                enrol(
                        1,
                        dice.nextInt(4) == 0 ? "" : "" + (80 + dice.nextInt(20)),
                        dice.nextInt(3) == 0 ? "" : "" + dice.nextInt(3),
                        Outcome.values()[dice.nextInt(4)]);
            }
            Backtest backtest = run(ABSENT + SUSPENDED);
            List<Tally> all = new ArrayList<>(backtest.rules());
            all.addAll(backtest.flags());
            assertThat(all).hasSize(3).allSatisfy(tally -> {
                assertThat(tally.all()).isEqualTo(backtest.everybody());
                assertThat(tally.flagged().students()
                                + tally.notFlagged().students()
                                + tally.cannotTell().students())
                        .isEqualTo(tally.judged());
                assertThat(tally.flagged().bad()
                                + tally.missed()
                                + tally.cannotTell().bad())
                        .isEqualTo(tally.found().whole());
                assertThat(tally.right().whole() + tally.flagged().notKnown())
                        .isEqualTo(tally.flagged().students());
            });
        }
    }

    @Test
    void theWordsSayWhatMayBeClaimed() {
        enrol(12, "80", "", Outcome.NOT_SUSTAINED);
        enrol(26, "80", "", Outcome.SUSTAINED);
        enrol(13, "95", "", Outcome.NEVER_PLACED);
        enrol(100, "95", "", Outcome.SUSTAINED);
        enrol(4, "", "", Outcome.SUSTAINED);
        enrol(20, "95", "", Outcome.NOT_KNOWN);

        assertThat(new BacktestWords(new Minimum(10)).of(run(ABSENT)))
                .contains(
                        "Students: 175; outcome known of 155, not known of 20.",
                        "Left or never placed: 25 of 155, 16% (11% to 23%).",
                        "    judged 175, flagged 38, cannot tell not told",
                        "    of the flagged, left or never placed: 12 of 38, 32% (19% to 47%)",
                        "    of those who left or were never placed, flagged: 12 of 25, 48% (30% to 67%); missed 13,"
                                + " could not tell of 0");
    }

    @Test
    void ofFewerThanTheLeastNothingIsClaimed() {
        assertThat(BacktestWords.share(Optional.empty())).isEqualTo("not told");
        assertThat(BacktestWords.share(Optional.of(new Share(0, 0)))).isEqualTo("nobody to say it of");
        assertThat(BacktestWords.share(Optional.of(new Share(10, 10)))).isEqualTo("10 of 10, 100% (72% to 100%)");
        twentyStudents();
        assertThat(String.join("\n", new BacktestWords(new Minimum(30)).of(run(ABSENT))))
                .doesNotContain("%");
    }

    private Backtest run(String rules) {
        return Backtest.of(
                ABook.withRules(rules).recommender(),
                students.iterator(),
                student -> outcomes.getOrDefault(student.profile().studentId(), Outcome.NOT_KNOWN));
    }

    private void enrol(int number, String attendance, String suspensions, Outcome outcome) {
        for (int each = 0; each < number; each++) {
            String id = "S" + students.size();
            students.add(aStudent()
                    .named(id)
                    .withAttendance(attendance)
                    .withSuspensions(suspensions)
                    .seen());
            outcomes.put(id, outcome);
        }
    }
}
