package signpost.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.engine.ABook.rule;
import static signpost.engine.AStudent.aStudent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import signpost.engine.ABook;
import signpost.engine.AStudent;
import signpost.engine.rulebook.Severity;

/** Rules that lean on each other, rule out, and ask for the same thing. */
class ChainingTest {

    private static final String ABSENCE =
            rule("Severe absence", "flag \"Severe absence\" as high", "attendance is 50% or below");
    private static final String NO_MENTOR = rule("No mentor", "rule out MEN-01", "\"Severe absence\" is flagged");
    private static final String MENTOR = rule("Mentor", "recommend MEN-01 within 2 weeks", "the student is in care");
    private static final List<String> RONI = List.of(
            rule("Points for absence", "add 2 points to RONI", "attendance is 90% or below"),
            rule("Points for suspension", "add 2 points to RONI", "the number of suspensions is 1 or above"),
            rule("Band", "flag \"Substantial support\" as high", "the RONI score is 4 or above"),
            rule("Lower band", "flag \"Additional support\" as medium", "the RONI score is from 2 to 3"));

    @Test
    void rulingOutBeatsRecommending() {
        Judgement judgement = judge(aStudent().with("in_care", "Y").withAttendance("40"), ABSENCE, NO_MENTOR, MENTOR);

        assertThat(judgement.recommendations()).isEmpty();
        assertThat(judgement.withheld()).singleElement().satisfies(withheld -> {
            assertThat(withheld.intervention()).isEqualTo("MEN-01");
            assertThat(withheld.ruledOutBy()).extracting(Explanation::rule).containsExactly("No mentor");
        });
    }

    @Test
    void aRuleOutThatCannotTellSuppressesNothingAndAsksToCheckFirst() {
        Judgement judgement = judge(aStudent().with("in_care", "Y"), ABSENCE, NO_MENTOR, MENTOR);

        assertThat(judgement.withheld()).isEmpty();
        assertThat(judgement.recommendations()).singleElement().satisfies(made -> {
            assertThat(made.intervention()).isEqualTo("MEN-01");
            assertThat(made.checkFirst()).extracting(Explanation::rule).containsExactly("No mentor");
        });
    }

    @Test
    void rulingOutIsToldOfWhatMayBeAskedFor() {
        Judgement judgement = judge(aStudent().withAttendance("40"), ABSENCE, NO_MENTOR, MENTOR);

        assertThat(judgement.recommendations()).isEmpty();
        assertThat(judgement.withheld())
                .extracting(Judgement.Withheld::intervention)
                .containsExactly("MEN-01");
    }

    @Test
    void aRuleOutThatDoesNotHoldIsNotMentioned() {
        Judgement judgement = judge(aStudent().with("in_care", "Y").withAttendance("95"), ABSENCE, NO_MENTOR, MENTOR);

        assertThat(judgement.recommendations())
                .singleElement()
                .satisfies(made -> assertThat(made.checkFirst()).isEmpty());
    }

    @Test
    void rulingOutWhatNobodyAskedForSaysNothing() {
        assertThat(judge(aStudent().withAttendance("40"), ABSENCE, NO_MENTOR).withheld())
                .isEmpty();
    }

    @Test
    void aScoreSaysWhichRulesItsPointsComeFrom() {
        Judgement judgement = judge(aStudent().withAttendance("84"), RONI);

        assertThat(judgement.cannotTell().stream()
                        .filter(rule -> rule.rule().equals("Band"))
                        .findFirst()
                        .orElseThrow()
                        .conditions()
                        .get(0)
                        .seen())
                .extracting(seen -> seen.title() + ": " + seen.value())
                .containsExactly(
                        "RONI score: 2 to 4",
                        "Points for absence: 2 points",
                        "Points for suspension: 2 points if it holds, which is not known");
    }

    @Test
    void pointsAddUpAcrossRules() {
        Judgement judgement = judge(aStudent().withAttendance("84").withSuspensions("1"), RONI);

        assertThat(judgement.scoreWords()).containsEntry("RONI", "4");
        assertThat(judgement.flags()).extracting(Judgement.RaisedFlag::flag).containsExactly("Substantial support");
    }

    @Test
    void aScoreIsARangeWhereSomethingIsNotKnownAndItsBandsCannotTell() {
        Judgement judgement = judge(aStudent().withAttendance("84"), RONI);

        assertThat(judgement.scoreWords()).containsEntry("RONI", "2 to 4");
        assertThat(judgement.flags()).isEmpty();
        assertThat(judgement.cannotTell())
                .extracting(Explanation::rule)
                .containsExactlyInAnyOrder("Points for suspension", "Band", "Lower band");
    }

    @Test
    void aBandIsCertainOnceTheRestCannotChangeIt() {
        ABook book = book(RONI).and(rule("One more", "add 1 point to RONI", "the student has SEND"));

        Judgement judgement = book.recommender()
                .judge(aStudent().withAttendance("84").withSuspensions("1").seen());

        assertThat(judgement.scoreWords()).containsEntry("RONI", "4 to 5");
        assertThat(judgement.flags()).extracting(Judgement.RaisedFlag::flag).containsExactly("Substantial support");
    }

    @Test
    void anUnknownTravelsThroughAFlagAndItsNegation() {
        Judgement judgement = judge(
                aStudent(),
                ABSENCE,
                rule("Needs it", "flag \"Needs it\" as low", "\"Severe absence\" is flagged"),
                rule("Needs its absence", "flag \"Needs its absence\" as low", "\"Severe absence\" is not flagged"));

        assertThat(judgement.flags()).isEmpty();
        assertThat(judgement.cannotTell())
                .extracting(Explanation::rule)
                .containsExactlyInAnyOrder("Severe absence", "Needs it", "Needs its absence");
    }

    @Test
    void aFlagOfOneCertainRuleIsCertainThoughAnotherCannotTell() {
        Judgement judgement = judge(
                aStudent().withSuspensions("3"),
                rule("By attendance", "flag \"Drifting\" as low", "attendance is 90% or below"),
                rule("By suspension", "flag \"Drifting\" as medium", "the number of suspensions is 1 or above"),
                rule("Then", "recommend PGI-01", "\"Drifting\" is flagged"));

        assertThat(judgement.recommendations())
                .extracting(Judgement.Recommended::intervention)
                .containsExactly("PGI-01");
        assertThat(judgement.flags())
                .singleElement()
                .satisfies(flag -> assertThat(flag.severity()).isEqualTo(Severity.MEDIUM));
    }

    @Test
    void aRuleThatIsNotInForceRaisesNothingForOthersToRead() {
        String retired = ABSENCE.replaceFirst("\n", "\n  In force: from 1 September 2020 to 31 August 2021\n");

        Judgement judgement = judge(aStudent().with("in_care", "Y").withAttendance("40"), retired, NO_MENTOR, MENTOR);

        assertThat(judgement.flags()).isEmpty();
        assertThat(judgement.recommendations()).hasSize(1);
    }

    @Test
    void rulesThatAskForTheSameThingBecomeReasonsOfOneRecommendation() {
        Judgement judgement = judge(
                aStudent().withAttendance("84").with("sen_provision", "K"),
                rule("One", "recommend PGI-01 as low within 6 weeks", "attendance is 90% or below"),
                rule("Other", "recommend PGI-01 as high within 2 weeks", "the student has SEND"));

        assertThat(judgement.recommendations()).singleElement().satisfies(made -> {
            assertThat(made.severity()).isEqualTo(Severity.HIGH);
            assertThat(made.due()).isEqualTo(LocalDate.of(2026, 10, 26));
            assertThat(made.reasons()).extracting(Explanation::rule).containsExactly("One", "Other");
        });
    }

    @Test
    void occurrencesOfWhatRepeatsStayApart() {
        Judgement judgement = judge(
                aStudent().withAttendance("84"),
                rule(
                        "Twice",
                        "recommend KIT-01 for \"October\" by 31 October\n    recommend KIT-01 for \"November\" by 30 November",
                        "attendance is 90% or below"));

        assertThat(judgement.recommendations())
                .extracting(Judgement.Recommended::occurrence)
                .containsExactly("October", "November");
    }

    @Test
    void aDayThatHasPassedIsDueToday() {
        Judgement judgement = judge(
                aStudent().withAttendance("84"),
                rule("Late", "recommend PGI-01 by 30 September", "attendance is known"));

        assertThat(judgement.recommendations())
                .extracting(Judgement.Recommended::due)
                .containsExactly(AStudent.TODAY);
    }

    @Test
    void theOrderOfRulesAndFilesDoesNotMatter() {
        List<String> rules = new ArrayList<>(RONI);
        rules.addAll(List.of(ABSENCE, NO_MENTOR, MENTOR));
        List<AStudent> students = List.of(
                aStudent().withAttendance("40").withSuspensions("2").with("in_care", "Y"),
                aStudent().withAttendance("84"),
                aStudent().with("in_care", "Y"),
                aStudent().withSuspensions("0").withAttendance("95"));
        List<String> before =
                students.stream().map(student -> said(book(rules), student)).toList();
        Random shuffling = new Random(2026);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(rules, shuffling);
            ABook book = ABook.withoutRules();
            for (int at = 0; at < rules.size(); at++) {
                book.with("topics/" + shuffling.nextInt(1000) + "-" + at + ".txt", rules.get(at));
            }
            assertThat(students.stream().map(student -> said(book, student)).toList())
                    .isEqualTo(before);
        }
    }

    @Test
    void oneStudentsResultsNeverReachAnother() {
        List<AStudent> students = new ArrayList<>();
        for (int at = 0; at < 250; at++) {
            students.add(aStudent()
                    .named("S" + at)
                    .withAttendance(at % 2 == 0 ? "40" : "95")
                    .with("in_care", "Y"));
        }

        List<Judgement> judgements = book(List.of(ABSENCE, NO_MENTOR, MENTOR))
                .recommender()
                .judge(students.stream().map(AStudent::seen).toList());

        for (int at = 0; at < 250; at++) {
            assertThat(judgements.get(at).studentId()).isEqualTo("S" + at);
            assertThat(judgements.get(at).withheld()).hasSize(at % 2 == 0 ? 1 : 0);
            assertThat(judgements.get(at).flags()).hasSize(at % 2 == 0 ? 1 : 0);
        }
    }

    private static String said(ABook book, AStudent student) {
        Judgement judgement = book.recommender().judge(student.seen());
        return judgement.flags().stream().map(Judgement.RaisedFlag::flag).toList() + " "
                + judgement.recommendations().stream()
                        .map(Judgement.Recommended::intervention)
                        .toList() + " "
                + judgement.withheld().stream()
                        .map(Judgement.Withheld::intervention)
                        .toList() + " "
                + new TreeMap<>(judgement.scoreWords()) + " "
                + judgement.cannotTell().stream()
                        .map(Explanation::rule)
                        .sorted()
                        .toList();
    }

    private static Judgement judge(AStudent student, String... rules) {
        return judge(student, List.of(rules));
    }

    private static Judgement judge(AStudent student, List<String> rules) {
        return book(rules).recommender().judge(student.seen());
    }

    private static ABook book(List<String> rules) {
        return ABook.withRules(String.join("", rules));
    }
}
