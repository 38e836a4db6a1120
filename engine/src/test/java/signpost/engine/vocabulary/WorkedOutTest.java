package signpost.engine.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.engine.ABook;
import signpost.engine.evaluation.Explanation;
import signpost.engine.evaluation.Seen;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Profile;
import signpost.engine.profile.Source;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.profile.TermCalendar;
import signpost.engine.profile.Value;
import signpost.engine.rulebook.Answer;

/** Attributes worked out from others: unknown when an input is, and explained like any other. */
class WorkedOutTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 12);
    private static final String ATTRIBUTES = """
            Attribute: sessions_possible
              Called: sessions possible
              Kind: whole number from 0 to 1000
            Attribute: sessions_suspended
              Called: sessions suspended
              Kind: whole number from 0 to 1000
            Attribute: suspended_share
              Called: the share of sessions suspended
              Kind: percentage from 0 to 100
              Worked out: 100 * sessions_suspended / sessions_possible
            Attribute: first_language
              Called: the first language
              Kind: text
              Special category: yes
            Attribute: eal
              Called: English as an additional language
              Kind: yes or no
              Phrases:
                English is an additional language = yes
              Worked out: yes when first_language is not ENG or ENB; not known when first_language is REF
            """;

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({"61, 120, TRUE", "60, 120, FALSE", "0, 0, UNKNOWN", ",120, UNKNOWN", "60,, UNKNOWN", "130, 120, UNKNOWN"
    })
    void aShareIsWorkedOutAndNotKnownWhenAnInputIsNot(String suspended, String possible, Answer answer) {
        Map<String, Fact.Known> facts = new HashMap<>();
        put(facts, "sessions_suspended", suspended, TODAY);
        put(facts, "sessions_possible", possible, TODAY);
        assertThat(explain("the share of sessions suspended is above 50%", facts)
                        .answer())
                .isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"URD, TRUE", "ENG, FALSE", "enb, FALSE", "REF, UNKNOWN", ", UNKNOWN"})
    void aYesOrNoFollowsFromACode(String language, Answer answer) {
        Map<String, Fact.Known> facts = new HashMap<>();
        if (language != null) {
            facts.put("first_language", known(new Value.Text(language), TODAY));
        }
        assertThat(explain("English is an additional language", facts).answer()).isEqualTo(answer);
    }

    @Test
    void whatSomebodyStatedStands() {
        Map<String, Fact.Known> facts = new HashMap<>();
        facts.put("first_language", known(new Value.Text("URD"), TODAY));
        facts.put("eal", known(new Value.YesNo(false), TODAY));
        assertThat(explain("English is an additional language", facts).answer()).isEqualTo(Answer.FALSE);
    }

    @Test
    void whatWasStatedBeforeItsInputsWereIsWorkedOutAnew() {
        Map<String, Fact.Known> facts = new HashMap<>();
        facts.put("first_language", known(new Value.Text("URD"), TODAY));
        facts.put("eal", known(new Value.YesNo(false), TODAY.minusDays(30)));
        assertThat(explain("English is an additional language", facts).answer()).isEqualTo(Answer.TRUE);
    }

    @Test
    void theEvidenceShowsTheInputsAndTheAgeOfTheOldest() {
        Map<String, Fact.Known> facts = new HashMap<>();
        put(facts, "sessions_suspended", "90", TODAY.minusDays(9));
        put(facts, "sessions_possible", "120", TODAY);
        Explanation explanation = explain("the share of sessions suspended is above 50%", facts);
        assertThat(explanation.conditions().get(0).seen())
                .extracting(Seen::title, Seen::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Share of sessions suspended", "75%"),
                        org.assertj.core.groups.Tuple.tuple("Sessions possible", "120"),
                        org.assertj.core.groups.Tuple.tuple("Sessions suspended", "90"));
        assertThat(explanation.conditions().get(0).seen().get(0).confirmedOn()).contains(TODAY.minusDays(9));
    }

    @Test
    void whatIsMissingIsNamedByItsInput() {
        Map<String, Fact.Known> facts = new HashMap<>();
        put(facts, "sessions_possible", "120", TODAY);
        assertThat(explain("the share of sessions suspended is above 50%", facts)
                        .missing())
                .containsExactly("Share of sessions suspended", "Sessions suspended");
    }

    @Test
    void whatFollowsFromSpecialCategoryDataIsSpecialCategoryData() {
        assertThat(ABook.when("English is an additional language")
                        .withAttribute(ATTRIBUTES)
                        .read()
                        .restingOnSpecialCategory())
                .containsExactly("Tested");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            sessions_attended / sessions_possible   | There is no attribute with the key "sessions_attended". Did you mean sessions_suspended?
            100 * (sessions_possible                | does not say how this is worked out
            100 * first_language                    | "first_language" is not a number
            suspended_twice * 2                     | worked out from each other in a circle: suspended_twice
            sessions_possible; drop table           | does not say how this is worked out
            yes when first_language is ENG          | does not say how this is worked out
            1 / / 2                                 | does not say how this is worked out
            """)
    void whatCannotBeWorkedOutIsAProblem(String formula, String message) {
        assertThat(ABook.when("attendance is known")
                        .withAttribute(ATTRIBUTES + """
                                Attribute: suspended_twice
                                  Called: twice
                                  Kind: number from 0 to 1000
                                  Worked out:\s""" + formula + "\n")
                        .problems())
                .singleElement()
                .asString()
                .contains(message);
    }

    private static Explanation explain(String condition, Map<String, Fact.Known> facts) {
        return ABook.when(condition)
                .withAttribute(ATTRIBUTES)
                .recommender()
                .explain(new StudentOnDate(new Profile("S1", facts), TODAY, TermCalendar.english()), "Tested")
                .orElseThrow();
    }

    private static void put(Map<String, Fact.Known> facts, String key, String number, LocalDate day) {
        if (number != null) {
            facts.put(key, known(new Value.Amount(new BigDecimal(number)), day));
        }
    }

    private static Fact.Known known(Value value, LocalDate day) {
        return new Fact.Known(value, Source.MIS, day);
    }
}
