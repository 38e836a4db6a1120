package signpost.engine.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.engine.ABook;
import signpost.engine.change.BookChange.Kind;
import signpost.engine.change.BookChange.What;
import signpost.engine.rulebook.RuleBook;

class ChangesInWordsTest {

    private static final String RULE = """
            Rule: Absence
              Owner: Head of year
              Why: It costs places.
              In force: from 1 September 2026
              When
                the student is in year 10 or 11
                and attendance is 90% or below
                and attendance is above 50%
                and any of:
                  the student is in care
                  at least 2 of:
                    the number of suspensions is 1 or above
                    the list of sectors is none
                    the post-16 plan is ideas or applied
              Then
                flag "Absence" as high
                add 1 point to RONI
                recommend ATT-01 within 2 weeks
                recommend KIT-01 for "May" by 31 May
              Because
                attendance is {attendance}
            """;

    private static final String TRUST =
            ABook.rule("Away", "recommend ATT-01 within 2 weeks", "attendance is 90% or below");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "90% or below | 92% or below | attendance: 90% or below → 92% or below",
                "above 50% | above 45% | attendance: above 50% → above 45%",
                "90% or below | below 90% | attendance: 90% or below → below 90%",
                "year 10 or 11 | year 11 | `\"the student is in year 10 or 11\" → \"the student is in year 11\"`",
                "is 1 or above | is 2 or above | `under \"any of:\" under \"at least 2 of:\" the number of suspensions: 1 or above → 2 or above`",
                "at least 2 of | at least 3 of | `under \"any of:\" \"at least 2 of:\" → \"at least 3 of:\"`",
                "as high | as medium | `flag \"Absence\": high → medium`",
                "add 1 point | add 2 points | points to RONI: 1 → 2",
                "within 2 weeks | within 10 days | recommend ATT-01 (Attendance plan): within 2 weeks → within 10 days",
                "ATT-01 within | ATT-01 as low within | recommend ATT-01 (Attendance plan), priority: that of its flags → low",
                "from 1 September 2026 | from 1 September 2026 to 31 August 2027 | in force: from 1 September 2026 → from 1 September 2026 to 31 August 2027",
                "Head of year | Careers adviser | owner: Head of year → Careers adviser",
                "It costs places. | It costs a place. | why: It costs places. → It costs a place.",
                "attendance is {attendance} | too low | because: attendance is {attendance} → too low",
            })
    void oneChangeIsOneSentence(String before, String after, String sentence) {
        assertThat(between(RULE, RULE.replace(before, after)))
                .containsExactly(new BookChange(Kind.CHANGED, What.RULE, "Absence", List.of(sentence)));
    }

    @Test
    void conditionsAndConsequencesComeAndGoInTheirOwnWords() {
        assertThat(between(
                        RULE,
                        RULE.replace("    and attendance is above 50%\n", "")
                                .replace("      the student is in care\n", "      the student has SEND\n")
                                .replace("    recommend ATT-01 within 2 weeks\n", "    rule out MEN-01\n")))
                .singleElement()
                .extracting(BookChange::sentences)
                .isEqualTo(List.of(
                        "under \"any of:\" condition taken away: \"the student is in care\"",
                        "under \"any of:\" condition added: \"the student has SEND\"",
                        "condition taken away: \"attendance is above 50%\"",
                        "no longer: recommend ATT-01 (Attendance plan) within 2 weeks",
                        "new: rule out MEN-01 (Mentor)"));
    }

    @Test
    void aWholeGroupIsToldWithWhatStandsInIt() {
        String grouped = ABook.rule(
                "A",
                "flag \"A\" as low",
                "attendance is known",
                "and any of:",
                "  the student is in care",
                "  none of:",
                "    attendance is 90%");
        String plain = ABook.rule("A", "flag \"A\" as low", "attendance is known");
        assertThat(between(plain, grouped))
                .singleElement()
                .extracting(BookChange::sentences)
                .isEqualTo(
                        List.of("condition added: \"any of: the student is in care; (none of: attendance is 90%)\""));
    }

    @Test
    void commentsLayoutOrderAndFileMeanNothingAndAreSeenAllTheSame() {
        String otherwise = "# A comment.\n"
                + RULE.replace(
                        "    the student is in year 10 or 11\n    and attendance is 90% or below\n",
                        "    attendance is at most 90%\n    and the student is in year 10 or 11\n");
        RuleBook before = ABook.withRules(RULE).read();
        RuleBook after =
                ABook.withoutRules().with("topics/other.txt", otherwise).read();
        assertThat(ChangesInWords.between(before, after)).isEmpty();
        assertThat(ChangesInWords.filesDiffer(before, after)).isTrue();
        assertThat(ChangesInWords.filesDiffer(before, ABook.withRules(RULE).read()))
                .isFalse();
    }

    @Test
    void rulesAreAddedRemovedAndRenamed() {
        String other = ABook.rule("Other", "recommend MEN-01 this term", "the student is in care");
        assertThat(between(RULE, RULE.replace("Rule: Absence", "Rule: Not here")))
                .containsExactly(new BookChange(
                        Kind.CHANGED, What.RULE, "Not here", List.of("renamed: its name was \"Absence\"")));
        assertThat(between(RULE, RULE + other))
                .containsExactly(new BookChange(
                        Kind.ADDED,
                        What.RULE,
                        "Other",
                        List.of(
                                "when the student is in care",
                                "then recommend MEN-01 (Mentor) this term",
                                "because: a reason")));
        assertThat(between(RULE + other, RULE))
                .containsExactly(new BookChange(
                        Kind.REMOVED, What.RULE, "Other", List.of("no longer: recommend MEN-01 (Mentor) this term")));
    }

    @Test
    void rowsOfTablesAreRules() {
        String rows = "Rule,Attendance,RONI points\nLow,<90,1\n";
        assertThat(ChangesInWords.between(
                        ABook.withRules(RULE).with("tables/t.csv", rows).read(),
                        ABook.withRules(RULE)
                                .with("tables/t.csv", rows.replace("<90,1", "<92,2"))
                                .read()))
                .singleElement()
                .satisfies(change -> assertThat(change.sentences())
                        .contains("attendance: below 90% → below 92%", "points to RONI: 1 → 2"));
    }

    @Test
    void departuresFromTheTrustAreTold() {
        String off = "Switch off: Away\n  Why: We have a plan.\n";
        String tighter =
                "Tighten: Away\n  Why: Buses.\n  When\n    attendance is 92% or below\n  Because\n    a reason\n";
        String own = ABook.rule("Ours", "flag \"Ours\" as low", "the student is in care");
        assertThat(layered(own, own + off))
                .containsExactly(new BookChange(
                        Kind.REMOVED,
                        What.RULE,
                        "Away",
                        List.of(
                                "The school now switches off this rule of its trust: We have a plan.",
                                "no longer: recommend ATT-01 (Attendance plan) within 2 weeks")));
        assertThat(layered(own + off, own))
                .singleElement()
                .satisfies(change -> assertThat(change.sentences())
                        .startsWith("The school no longer switches off this rule of its trust."));
        assertThat(layered(own, own + tighter))
                .containsExactly(new BookChange(
                        Kind.CHANGED,
                        What.RULE,
                        "Away",
                        List.of(
                                "The school now tightens this rule of its trust.",
                                "attendance: 90% or below → 92% or below",
                                "why: nothing → Buses.")));
        assertThat(layered(own + off, own + off.replace("a plan", "two plans")))
                .containsExactly(new BookChange(
                        Kind.CHANGED,
                        What.RULE,
                        "Away",
                        List.of("why the school switches it off: We have a plan. → We have two plans.")));
    }

    @Test
    void interventionsAndReasonsAreTold() {
        String header = ABook.INTERVENTION_HEADER;
        String rows =
                "ATT-01,Attendance plan,,lead,1,hour,,10;11,any,no,,\nKIT-01,Call,,x,0.25,hour,,leavers,any,yes,,\n";
        String now =
                "ATT-01,A plan,,lead,1.50,hour,12,10;11;12,any,no,,\nKIT-01,Call,,x,0.25,hour,,leavers,any,yes,,\nNEW-01,New,A walk.,x,1,hour,,10,any,no,,\n";
        assertThat(ChangesInWords.between(
                        ABook.withRules(RULE)
                                .with(ABook.INTERVENTIONS, header + rows)
                                .read(),
                        ABook.withRules(RULE)
                                .with(ABook.INTERVENTIONS, header + now)
                                .with(ABook.REASONS, "code,label,lasting,note\nNOT-NOW,Not now,year,\nNO,No,no,n\n")
                                .read()))
                .containsExactly(
                        new BookChange(
                                Kind.CHANGED,
                                What.INTERVENTION,
                                "ATT-01 A plan",
                                List.of(
                                        "title: Attendance plan → A plan",
                                        "hours: 1 → 1.5",
                                        "places: 1 → 12",
                                        "years: 10, 11 → 10, 11, 12")),
                        new BookChange(Kind.ADDED, What.INTERVENTION, "NEW-01 New", List.of("A walk.")),
                        new BookChange(
                                Kind.CHANGED,
                                What.OVERRIDE_REASON,
                                "NOT-NOW Not now",
                                List.of("silences the suggestion: for this term → for this year")),
                        new BookChange(Kind.ADDED, What.OVERRIDE_REASON, "NO No", List.of("n")));
    }

    @Test
    void attributesAreTold() {
        String bus = "Attribute: bus\n  Called: the bus\n  Kind: whole number from 0 to 10\n";
        String now =
                "Attribute: bus\n  Called: the bus\n  Kind: whole number from 0 to 12\n  Phrases:\n    the student rides = 1\n  Special category: yes\n";
        assertThat(ChangesInWords.between(
                        ABook.withRules(RULE).withAttribute(bus).read(),
                        ABook.withRules(RULE).withAttribute(now).read()))
                .containsExactly(new BookChange(
                        Kind.CHANGED,
                        What.ATTRIBUTE,
                        "the bus",
                        List.of(
                                "kind: whole number from 0 to 10 → whole number from 0 to 12",
                                "wording added: \"the student rides = 1\"",
                                "It is now special-category data.")));
        assertThat(ChangesInWords.between(
                        ABook.withRules(RULE).read(),
                        ABook.withRules(RULE).withAttribute(bus).read()))
                .containsExactly(new BookChange(
                        Kind.ADDED, What.ATTRIBUTE, "the bus", List.of("kind: whole number from 0 to 10")));
    }

    @Test
    void scenariosAreNamedWhileTheyAreFew() {
        String one = scenario("One", 80);
        assertThat(between(RULE + one, RULE + scenario("One", 81) + scenario("Two", 80)))
                .extracting(BookChange::kind, BookChange::what, BookChange::name)
                .containsExactly(tuple(Kind.CHANGED, What.SCENARIO, "One"), tuple(Kind.ADDED, What.SCENARIO, "Two"));
        StringBuilder many = new StringBuilder();
        for (int at = 0; at < 11; at++) {
            many.append(scenario("S" + at, at));
        }
        assertThat(between(RULE + one, RULE + many))
                .extracting(BookChange::kind, BookChange::name)
                .containsExactly(tuple(Kind.ADDED, "11 scenarios"), tuple(Kind.REMOVED, "One"));
    }

    private static String scenario(String name, int attendance) {
        return "Scenario: " + name + "\n  Given\n    attendance is " + attendance
                + "%\n  Expect not\n    flag \"Absence\"\n";
    }

    private static List<BookChange> between(String before, String after) {
        return ChangesInWords.between(
                ABook.withRules(before).read(), ABook.withRules(after).read());
    }

    private static List<BookChange> layered(String before, String after) {
        return ChangesInWords.between(
                ABook.withRules(TRUST).beneath(before).read(),
                ABook.withRules(TRUST).beneath(after).read());
    }
}
