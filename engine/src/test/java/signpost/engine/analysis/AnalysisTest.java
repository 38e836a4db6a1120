package signpost.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.engine.ABook.rule;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import signpost.engine.ABook;
import signpost.engine.rulebook.Condition;

class AnalysisTest {

    private static final LocalDate ON = LocalDate.of(2026, 10, 12);
    private static final String RULE = ABook.TOPIC;

    @Test
    void conditionsThatExcludeEachOtherAreNamedAndNoOthers() {
        assertThat(found(
                        FindingKind.NEVER_FIRES,
                        ABook.when(
                                "the student is in year 10",
                                "and attendance is below 80%",
                                "and attendance is 90% or above")))
                .containsExactly(RULE + ":5:9: The rule \"Tested\" can never fire: \"attendance is below 80%\" and"
                        + " \"attendance is 90% or above\" cannot both hold. Change one of them, or put alternatives"
                        + " under \"any of:\".");
    }

    @Test
    void aRuleCannotAskForAFactAndItsAbsence() {
        assertThat(found(FindingKind.NEVER_FIRES, ABook.when("attendance is below 80%", "and attendance is not known")))
                .hasSize(1);
    }

    @Test
    void theSpringTermIsOverInJuly() {
        assertThat(found(
                        FindingKind.NEVER_FIRES,
                        ABook.when("it is the spring term", "and today is on or after 1 July")))
                .hasSize(1);
        assertThat(found(
                        FindingKind.NEVER_FIRES,
                        ABook.when("it is the spring term", "and today is on or after 1 April")))
                .isEmpty();
    }

    @Test
    void aRuleIsNotInForceBeforeItsTime() {
        assertThat(found(
                        FindingKind.NEVER_FIRES,
                        ABook.withRules("Rule: Tested\n  In force: from 1 September 2026\n  When\n"
                                + "    today is before 1 September 2026\n  Then\n    flag \"T\" as low\n"
                                + "  Because\n    a reason\n")))
                .hasSize(1);
    }

    @Test
    void aFlagThatCannotBeRaisedStopsTheRulesThatReadIt() {
        ABook book = ABook.withRules(rule("Severe", "flag \"Severe\" as high", "attendance is 50% or below")
                + rule("Mild", "recommend ATT-01 this term", "\"Severe\" is flagged", "and attendance is 60%"));

        assertThat(found(FindingKind.NEVER_FIRES, book))
                .singleElement()
                .asString()
                .contains("\"Severe\" is flagged");
    }

    @Test
    void aScoreThatNoPointsAddUpToIsFound() {
        String points = rule("One", "add 2 points to RONI", "the student is in care")
                + rule("Two", "add 2 points to RONI", "attendance is below 90%");

        assertThat(found(
                        FindingKind.NEVER_FIRES,
                        ABook.withRules(points + rule("Band", "flag \"B\" as low", "the RONI score is 3"))))
                .hasSize(1);
        assertThat(found(
                        FindingKind.NEVER_FIRES,
                        ABook.withRules(points + rule("Band", "flag \"B\" as low", "the RONI score is 5 or above"))))
                .hasSize(1);
        assertThat(found(
                        FindingKind.NEVER_FIRES,
                        ABook.withRules(points + rule("Band", "flag \"B\" as low", "the RONI score is 4"))))
                .isEmpty();
    }

    @Test
    void aCountThatCannotBeReachedIsFound() {
        assertThat(found(
                        FindingKind.NEVER_FIRES,
                        ABook.when(
                                "at least 2 of:",
                                "  the post-16 plan is none",
                                "  the post-16 plan is ideas",
                                "  the post-16 plan is applied")))
                .singleElement()
                .asString()
                .contains("can never hold");
    }

    @Test
    void anAlternativeThatTheRestForbidsIsFound() {
        assertThat(found(
                        FindingKind.ALTERNATIVE_NEVER_HOLDS,
                        ABook.when(
                                "the student is in year 11",
                                "and any of:",
                                "  attendance is below 90%",
                                "  the student is in year 10")))
                .singleElement()
                .asString()
                .contains("the student is in year 10");
    }

    @Test
    void aThresholdAtTheEndOfTheRangeSaysNothing() {
        assertThat(found(FindingKind.SAYS_NOTHING, ABook.when("attendance is 100% or below")))
                .containsExactly(RULE + ":3:5: \"attendance is 100% or below\" holds for every value \"attendance\" can"
                        + " have. Take it out, or write what was meant.");
        assertThat(found(
                        FindingKind.SAYS_NOTHING,
                        ABook.when("any of:", "  attendance is above 100%", "  the student is in care")))
                .singleElement()
                .asString()
                .contains("holds for no value");
    }

    @Test
    void aConditionThatAnotherOneSaysAlreadyIsFound() {
        assertThat(found(
                        FindingKind.SAYS_NOTHING, ABook.when("attendance is below 90%", "and attendance is below 95%")))
                .singleElement()
                .asString()
                .contains("\"attendance is below 95%\" says nothing");
    }

    @Test
    void askingFirstWhetherItIsKnownIsNotIdle() {
        // Without it the rule could not tell of a student whose attendance nobody knows.
        assertThat(found(FindingKind.SAYS_NOTHING, ABook.when("attendance is below 90%", "and attendance is known")))
                .isEmpty();
    }

    @Test
    void aRuleThatAnotherHidesIsFound() {
        String wide = rule("Wide", "flag \"Absent\" as medium", "attendance is below 90%");
        String narrow = rule("Narrow", "flag \"Absent\" as low", "attendance is below 80%");
        String graver = rule("Graver", "flag \"Absent\" as high", "attendance is below 80%");

        assertThat(found(FindingKind.ADDS_NOTHING, ABook.withRules(wide + narrow)))
                .singleElement()
                .asString()
                .contains("\"Narrow\" adds nothing: whenever it fires, \"Wide\"");
        assertThat(found(FindingKind.ADDS_NOTHING, ABook.withRules(wide + graver)))
                .isEmpty();
    }

    @Test
    void aRuleWrittenTwiceIsReportedOnce() {
        String one = rule("One", "add 1 point to RONI", "attendance is below 90%", "and the student is in care");
        String two = rule("Two", "add 1 point to RONI", "the student is in care", "and attendance is below 90%");

        assertThat(found(FindingKind.SAME_RULE, ABook.withRules(one + two)))
                .singleElement()
                .asString()
                .contains("\"Two\" is the same as \"One\"");
    }

    @Test
    void pointsThatAddUpHideNothing() {
        String one = rule("One", "add 1 point to RONI", "attendance is below 90%");
        String two = rule("Two", "add 1 point to RONI", "attendance is below 85%");

        assertThat(analysis(ABook.withRules(one + two)).of(FindingKind.Weight.DOUBT))
                .noneMatch(finding -> finding.kind() == FindingKind.ADDS_NOTHING);
    }

    @Test
    void rowsThatOverlapAreShownAStudentWhoCountsTwice() {
        ABook book = ABook.withRules(rule("Other", "flag \"O\" as low", "the student is in care"))
                .with(
                        "tables/roni.txt",
                        rule("Below 90", "add 1 point to RONI", "attendance is below 90%")
                                + rule("Below 85", "add 2 points to RONI", "attendance is below 85%")
                                + rule("In care", "add 2 points to RONI", "the student is in care"));

        assertThat(found(FindingKind.ROWS_OVERLAP, book))
                .singleElement()
                .asString()
                .contains("\"Below 85\" overlaps with \"Below 90\" in row 1")
                .contains("attendance 0%");
    }

    @Test
    void valuesThatNoRowCoversAreNamed() {
        ABook book = ABook.withRules(rule("Other", "flag \"O\" as low", "the student is in care"))
                .with(
                        "tables/roni.txt",
                        rule("Mild", "add 1 point to RONI", "the number of suspensions is 1 or 2")
                                + rule("Many", "add 2 points to RONI", "the number of suspensions is 5 or above"));

        assertThat(found(FindingKind.ROWS_MISSING, book))
                .singleElement()
                .asString()
                .contains("no row covers the number of suspensions 3 to the number of suspensions 4");
    }

    @Test
    void datesAndPapersAreLookedAtAsOfTheDay() {
        ABook book = ABook.withRules("""
                Rule: Old
                  Owner: Head of destinations
                  Why: It was asked for.
                  In force: from 1 September 2025 to 31 August 2026
                  Review by: 1 July 2026
                  When
                    attendance is below 90%
                  Then
                    flag "Old" as low
                  Because
                    a reason
                """);

        assertThat(found(FindingKind.EXPIRED, book)).singleElement().asString().contains("until 31 August 2026");
        assertThat(found(FindingKind.REVIEW_OVERDUE, book))
                .singleElement()
                .asString()
                .contains("by 1 July 2026");
        assertThat(found(FindingKind.UNACCOUNTED, book))
                .singleElement()
                .asString()
                .contains("has no \"Source\"");
        assertThat(Analysis.of(book.read(), LocalDate.of(2025, 8, 31)).findings())
                .extracting(Finding::kind)
                .contains(FindingKind.NOT_YET_IN_FORCE)
                .doesNotContain(FindingKind.EXPIRED);
    }

    @Test
    void aRetiredInterventionIsReportedFromItsDay() {
        ABook book = ABook.withRules(rule("Tested", "recommend OLD-01 this term", "attendance is below 90%"))
                .with(
                        ABook.INTERVENTIONS,
                        ABook.INTERVENTION_HEADER.strip() + ",retired\n"
                                + "OLD-01,Old,,tutor,1,adviser hour,,10,any,no,,,2026-10-01\n");

        assertThat(found(FindingKind.INTERVENTION_RETIRED, book))
                .singleElement()
                .asString()
                .contains("\"OLD-01\" is no longer offered since 1 October 2026");
        assertThat(Analysis.of(book.read(), LocalDate.of(2026, 9, 30)).of(FindingKind.Weight.MISTAKE))
                .isEmpty();
    }

    @Test
    void namesThatDifferOnlyInSpellingAreFound() {
        assertThat(Names.alike("Severe absence", "severe Absence")).isTrue();
        assertThat(Names.alike("Severe absence", "Severe abscence")).isTrue();
        assertThat(Names.alike("Knowledge gap: FE options", "Knowledge gap: HE options"))
                .isFalse();
        assertThat(Names.alike("Year 10", "Year 11")).isFalse();
        assertThat(found(
                        FindingKind.NAMES_ALIKE,
                        ABook.withRules(rule("One", "flag \"Absent\" as low", "attendance is below 90%")
                                + rule("Two", "flag \"absent\" as low", "the student is in care"))))
                .hasSize(1);
    }

    @Test
    void oneFlagOfTwoSeveritiesIsMentioned() {
        assertThat(found(
                        FindingKind.SEVERITIES_DIFFER,
                        ABook.withRules(rule("One", "flag \"Absent\" as low", "attendance is below 90%")
                                + rule("Two", "flag \"Absent\" as high", "attendance is below 50%"))))
                .singleElement()
                .asString()
                .contains("raised as low by \"One\" and high by \"Two\"");
    }

    @Test
    void everyRuleThatRestsOnSpecialCategoryDataIsListedWithIt() {
        ABook book = ABook.withRules(rule("Ill", "flag \"Ill\" as low", "the student is unwell")
                        + rule("After", "recommend PGI-01 this term", "\"Ill\" is flagged"))
                .withAttribute("""
                        Attribute: unwell
                          Called: being unwell
                          Kind: yes or no
                          Phrases:
                            the student is unwell = yes
                          Special category: yes
                        """);

        Analysis analysis = analysis(book);
        assertThat(analysis.sensitive())
                .extracting(SensitiveReads::rule, SensitiveReads::directly, SensitiveReads::through)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Ill", List.of("being unwell"), List.of()),
                        org.assertj.core.groups.Tuple.tuple("After", List.of(), List.of("being unwell")));
        assertThat(analysis.sensitive())
                .extracting(SensitiveReads::rule)
                .containsExactlyInAnyOrderElementsOf(book.read().restingOnSpecialCategory());
    }

    @Test
    void whatIsWorkedOutNeedsWhatItIsWorkedOutFrom() {
        String missed = """
                Attribute: missed
                  Called: sessions missed
                  Kind: whole number from 0 to 1000
                  Worked out: possible - attended
                Attribute: possible
                  Called: sessions possible
                  Kind: whole number from 0 to 1000
                  Columns: Possible
                Attribute: attended
                  Called: sessions attended
                  Kind: whole number from 0 to 1000
                """;

        assertThat(found(
                        FindingKind.NO_IMPORT,
                        ABook.when("sessions missed is 10 or above").withAttribute(missed)))
                .singleElement()
                .asString()
                .contains("topics/test.txt:3:5", "\"sessions missed\" is worked out from \"sessions attended\"");
        ABook whole = ABook.when("sessions missed is 10 or above").withAttribute(missed + "  Columns: Attended\n");
        assertThat(found(FindingKind.NO_IMPORT, whole)).isEmpty();
        assertThat(found(FindingKind.NOT_READ, whole))
                .isNotEmpty()
                .noneMatch(found -> found.toString().contains("sessions"));
    }

    @Test
    void whatIsWorkedOutFromGuardedDataIsListedWithIt() {
        ABook book = ABook.withRules(rule("Language", "recommend PGI-01 this term", "the student learns in English")
                        + rule("After", "flag \"F\" as low", "\"G\" is flagged")
                        + rule("Before", "flag \"G\" as low", "the student learns in English"))
                .withAttribute("""
                        Attribute: tongue
                          Called: the first language
                          Kind: one of
                            ENG = English
                            POL = Polish
                          Protected: race
                        Attribute: eal
                          Called: English as an additional language
                          Kind: yes or no
                          Phrases:
                            the student learns in English = yes
                          Worked out: yes when tongue is POL
                        """);

        assertThat(analysis(book).sensitive())
                .extracting(SensitiveReads::rule, SensitiveReads::directly, SensitiveReads::through)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                "Language",
                                List.of("English as an additional language", "the first language"),
                                List.of()),
                        org.assertj.core.groups.Tuple.tuple(
                                "After",
                                List.of(),
                                List.of("English as an additional language", "the first language")));
    }

    @Test
    void aBookTooLargeToFollowIsSaidToBe() {
        StringBuilder rules = new StringBuilder();
        for (int number = 0; number < 300; number++) {
            rules.append(
                    rule("Rule " + number, "flag \"A\" as low", "the journey is " + number / 2 + "." + number % 2));
        }

        assertThat(found(FindingKind.NOT_LOOKED_AT, ABook.withRules(rules.toString())))
                .hasSize(1);
        assertThat(found(FindingKind.NOT_LOOKED_AT, ABook.when("the journey is above 30")))
                .isEmpty();
    }

    @Test
    void aTightenedRuleMustCatchEveryoneTheOtherCatches() {
        List<Condition> trust = conditions("the student is in year 11", "and attendance is below 90%");
        List<Condition> tighter = conditions("attendance is below 92%", "and the student is in year 10 or 11");
        List<Condition> looser = conditions("the student is in year 11", "and attendance is below 88%");
        List<Condition> known =
                conditions("the student is in year 11", "and attendance is below 92%", "and attendance is known");

        assertThat(Implication.holds(trust, tighter)).isTrue();
        assertThat(Implication.holds(trust, looser)).isFalse();
        // It would no longer say that it cannot tell.
        assertThat(Implication.holds(trust, known)).isFalse();
    }

    private static List<Condition> conditions(String... lines) {
        return ABook.when(lines).read().rules().get(0).conditions();
    }

    private static Analysis analysis(ABook book) {
        return Analysis.of(book.read(), ON);
    }

    private static List<String> found(FindingKind kind, ABook book) {
        return analysis(book).findings().stream()
                .filter(finding -> finding.kind() == kind)
                .map(Finding::toString)
                .toList();
    }
}
