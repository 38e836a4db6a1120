package signpost.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.engine.ABook.rule;
import static signpost.engine.AStudent.aStudent;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import signpost.engine.ABook;
import signpost.engine.AStudent;
import signpost.engine.RandomBook;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Profile;
import signpost.engine.profile.Source;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.profile.Value;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;

class WhatWouldChangeTest {

    private static final ABook ABSENCE = ABook.withRules(rule(
                    "Absence",
                    "flag \"Absence\" as medium",
                    "the student is in year 10 or 11",
                    "and attendance is 90% or below")
            + rule("Severe", "flag \"Absence\" as high", "attendance is 50% or below"));

    @Test
    void theSmallestStepOverTheThresholdClearsTheFlag() {
        assertThat(change(ABSENCE, student("10", "88"), new Aim.FlagCleared("Absence")))
                .isEqualTo("The flag \"Absence\" would clear if attendance were 90.1% rather than 88%.");
    }

    @Test
    void everyRuleThatRaisesTheFlagHasToStop() {
        assertThat(change(ABSENCE, student("10", "40"), new Aim.FlagCleared("Absence")))
                .isEqualTo("The flag \"Absence\" would clear if attendance were 90.1% rather than 40%.");
        assertThat(change(ABSENCE, student("12", "40"), new Aim.FlagCleared("Absence")))
                .isEqualTo("The flag \"Absence\" would clear if attendance were 50.1% rather than 40%.");
    }

    @Test
    void aGradeMovesByOneStep() {
        ABook book =
                ABook.withRules(rule("English", "flag \"English\" as low", "the current English grade is below 4"));

        assertThat(change(book, aStudent().with("english_current", "3"), new Aim.FlagCleared("English")))
                .isEqualTo(
                        "The flag \"English\" would clear if the current English grade were grade 4 rather than grade 3.");
    }

    @Test
    void theFewestFactsAreChanged() {
        ABook book = ABook.withRules(rule(
                "Two of three",
                "flag \"F\" as low",
                "at least 2 of:",
                "  attendance is 90% or below",
                "  the number of suspensions is 1 or above",
                "  the post-16 plan is none"));
        AStudent student = aStudent().withAttendance("95").withSuspensions("0").with("plan_state", "applied");

        WhatWouldChange fires = what(book, student, new Aim.RuleFires("Two of three"));
        assertThat(fires.smallest())
                .extracting(step -> step.attribute().key())
                .containsExactly("attendance_pct", "suspensions_count");
        assertThat(fires.sentence())
                .isEqualTo(
                        "The rule \"Two of three\" would fire if attendance were 90% rather than 95% and the number of"
                                + " suspensions were 1 rather than 0.");
    }

    @Test
    void flagsAndScoresAreFollowedToTheFactsBehindThem() {
        ABook book = ABook.withRules(rule("Points", "add 2 points to RONI", "attendance is below 90%")
                + rule("More points", "add 2 points to RONI", "the number of suspensions is 1 or above")
                + rule("Band", "flag \"Band\" as high", "the RONI score is 4 or above")
                + rule("Plan", "recommend PGI-01 this term", "\"Band\" is flagged"));
        AStudent student = aStudent().withAttendance("80").withSuspensions("3");

        assertThat(change(book, student, new Aim.RuleStops("Plan")))
                .isEqualTo("The rule \"Plan\" would not fire if the number of suspensions were 0 rather than 3.");
    }

    @Test
    void aMissingFactSettlesARuleThatCannotTell() {
        assertThat(change(ABSENCE, aStudent().with("nc_year", "10"), new Aim.RuleTells("Absence")))
                .startsWith("The rule \"Absence\" could tell if attendance were known to be ");
    }

    @Test
    void aPlanNobodyAskedAboutMayBeConfirmedAgain() {
        ABook book = ABook.when("the post-16 plan was not confirmed this term");
        AStudent student = aStudent().withConfirmed("plan_state", "applied", LocalDate.of(2026, 5, 1));

        assertThat(change(book, student, new Aim.FlagCleared("Tested")))
                .isEqualTo("The flag \"Tested\" would clear if the post-16 plan were confirmed again as applied.");
    }

    @Test
    void whatCannotOrShouldNotChangeIsLeftAloneAndNamed() {
        ABook book = ABook.withRules(rule(
                        "Tested",
                        "flag \"Tested\" as low",
                        "the home is far",
                        "and the student is ill",
                        "and the leaving date is before 1 July 2026"))
                .withAttribute("""
                        Attribute: far
                          Called: a home far away
                          Kind: yes or no
                          Phrases:
                            the home is far = yes
                          Can change: no
                        Attribute: ill
                          Called: illness
                          Kind: yes or no
                          Phrases:
                            the student is ill = yes
                          Protected: disability
                        """);

        WhatWouldChange nothing = what(book, aStudent(), new Aim.RuleFires("Tested"));
        assertThat(nothing.smallest()).isEmpty();
        assertThat(nothing.allTried()).isTrue();
        assertThat(nothing.sentence())
                .isEqualTo(
                        "Signpost found no change of up to 3 facts after which the rule \"Tested\" would fire. It left"
                                + " alone what cannot or should not change: a home far away, illness, the leaving date.");
    }

    @Test
    void whatIsWorkedOutIsNamedWithWhatItIsWorkedOutFrom() {
        ABook book = ABook.when("the share attended is below 90%").withAttribute(SHARE);

        assertThat(change(book, sessions(book, 80, 100), new Aim.FlagCleared("Tested")))
                .isEqualTo(
                        "The flag \"Tested\" would clear if the share attended were 90% rather than 80% (it is worked"
                                + " out from sessions attended and sessions possible).");
        assertThat(change(book, aStudent().with("journey", "3").seen(), new Aim.RuleFires("Tested")))
                .contains("the share attended were known to be", "(it can be worked out from sessions attended and");
    }

    @Test
    void whatRestsOnAFactThatChangesIsWorkedOutAfresh() {
        ABook book = ABook.when("the share attended is below 90%", "and sessions possible is 120 or above")
                .withAttribute(SHARE + "  Can change: no\n");

        assertThat(change(book, sessions(book, 100, 100), new Aim.RuleFires("Tested")))
                .isEqualTo("The rule \"Tested\" would fire if sessions possible were 120 rather than 100.");
    }

    @Test
    void whatIsSoAlreadyNeedsNoChange() {
        assertThat(change(ABSENCE, student("10", "95"), new Aim.FlagCleared("Absence")))
                .isEqualTo("The flag \"Absence\" is not raised as it is.");
        assertThat(WhatWouldChange.of(ABSENCE.read(), aStudent().seen(), new Aim.FlagCleared("No such flag")))
                .isEmpty();
    }

    @Test
    void whatIsNamedDoesChangeItInTheWholeBook() {
        int changed = 0;
        for (int seed = 0; seed < (Boolean.getBoolean("signpost.thorough") ? 300 : 6); seed++) {
            RandomBook chance = new RandomBook(seed);
            RuleBook book = chance.book(8).read();
            Recommender recommender = new Recommender(book);
            for (int number = 0; number < 6; number++) {
                StudentOnDate student = chance.student();
                for (Rule rule : book.rules()) {
                    WhatWouldChange what = WhatWouldChange.of(book, student, new Aim.RuleFires(rule.name()))
                            .orElseThrow();
                    assertThat(what.already()).isEqualTo(answer(recommender, student, rule) == Answer.TRUE);
                    if (!what.smallest().isEmpty()) {
                        changed++;
                        StudentOnDate after = new Steps(student, List.of(rule)).after(what.smallest());
                        assertThat(answer(recommender, after, rule))
                                .as("book %d, %s: %s", seed, rule, what.sentence())
                                .isEqualTo(Answer.TRUE);
                        assertThat(what.smallest()).noneMatch(step -> Steps.leftAlone(step.attribute()));
                    }
                }
            }
        }
        assertThat(changed).isGreaterThan(50);
    }

    private static final String SHARE = """
            Attribute: attended
              Called: sessions attended
              Kind: whole number from 0 to 1000
            Attribute: possible
              Called: sessions possible
              Kind: whole number from 0 to 1000
            Attribute: share
              Called: the share attended
              Kind: percentage from 0 to 100
              Worked out: 100 * attended / possible
            """;

    private static StudentOnDate sessions(ABook book, int attended, int possible) {
        StudentOnDate nobody = aStudent().seen();
        Map<String, Fact.Known> facts = new HashMap<>();
        Map.of("attended", attended, "possible", possible)
                .forEach((key, number) -> facts.put(
                        key,
                        new Fact.Known(
                                new Value.Amount(BigDecimal.valueOf(number)), Source.MIS, LocalDate.of(2026, 10, 1))));
        return book.read()
                .vocabulary()
                .complete(new StudentOnDate(new Profile("S1", facts), nobody.on(), nobody.calendar()));
    }

    private static Answer answer(Recommender recommender, StudentOnDate student, Rule rule) {
        return recommender.explain(student, rule.name()).orElseThrow().answer();
    }

    private static AStudent student(String year, String attendance) {
        return aStudent().with("nc_year", year).withAttendance(attendance);
    }

    private static String change(ABook book, AStudent student, Aim aim) {
        return what(book, student, aim).sentence();
    }

    private static String change(ABook book, StudentOnDate student, Aim aim) {
        return WhatWouldChange.of(book.read(), student, aim).orElseThrow().sentence();
    }

    private static WhatWouldChange what(ABook book, AStudent student, Aim aim) {
        return WhatWouldChange.of(book.read(), student.seen(), aim).orElseThrow();
    }
}
