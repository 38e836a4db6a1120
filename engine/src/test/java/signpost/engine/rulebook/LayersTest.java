package signpost.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.engine.ABook;
import signpost.engine.scenario.CheckedBook;
import signpost.engine.text.Problem;

/** A trust's book with a school's additions on top. */
class LayersTest {

    private static final String TRUST = """
            Rule: Persistent absence
              Why: Absence costs places.
              Source: the trust
              When
                attendance is 90% or below
              Then
                flag "Persistent absence" as medium
                recommend ATT-01 within 2 weeks
              Because
                attendance is {attendance}, below 90%

            Rule: In care
              When
                the student is in care
              Then
                recommend MEN-01 within 1 week
              Because
                in care
            """;

    private static final String SCHOOL = """
            Tighten: persistent absence
              Why: Our buses come once an hour.
              When
                attendance is 92% or below
              Then
                flag "Persistent absence" as high
                recommend ATT-01 within 1 week
              Because
                attendance is {attendance}, below 92%

            Switch off: In care
              Why: Each of them has a mentor already.

            Rule: Bus pass
              When
                the student has a bus pass
              Then
                recommend BUS-01 this term
              Because
                a bus pass

            Attribute: bus_pass
              Called: the bus pass
              Kind: yes or no
              Phrases:
                the student has a bus pass = yes
            """;

    private static BookFiles trust() {
        return ABook.withRules(TRUST).files();
    }

    private static BookFiles school(String rules) {
        return BookFiles.ofTexts(Map.of(
                "topics/ours.txt",
                rules,
                ABook.INTERVENTIONS,
                ABook.INTERVENTION_HEADER + "BUS-01,Bus money,,office,0.25,staff hour,,10;11,any,no,,\n"));
    }

    private static RuleBook book() {
        return ((CheckedBook.Ready) CheckedBook.of(BookFiles.layered(trust(), school(SCHOOL))))
                .recommender()
                .book();
    }

    @Test
    void eachRuleSaysWhoseItIs() {
        assertThat(book().rules())
                .extracting(
                        Rule::name,
                        Rule::origin,
                        Rule::topic,
                        rule -> rule.place().file())
                .containsExactlyInAnyOrder(
                        tuple("Persistent absence", Origin.TIGHTENED, "test", "school/topics/ours.txt"),
                        tuple("Bus pass", Origin.SCHOOL, "ours", "school/topics/ours.txt"));
    }

    @Test
    void whatTheSchoolDoesNotMentionIsTheTrusts() {
        Rule rule = book().rule("Persistent absence").orElseThrow();
        assertThat(rule.source()).isEqualTo("the trust");
        assertThat(rule.why()).isEqualTo("Absence costs places. Our buses come once an hour.");
    }

    @Test
    void departuresKeepTheTrustsRuleAndTheSchoolsReason() {
        assertThat(book().departures())
                .extracting(one -> one.trusts().name(), Departure::words, Departure::why)
                .containsExactly(
                        tuple("Persistent absence", "tightened", "Our buses come once an hour."),
                        tuple("In care", "switched off", "Each of them has a mentor already."));
        assertThat(book().departures().get(0).trusts().place().file()).isEqualTo("trust/topics/test.txt");
    }

    @Test
    void theSchoolsStudentsAreJudgedByBoth() {
        String both = SCHOOL + """

                Scenario: Both
                  Given
                    attendance is 91%
                    and the student is in care
                    and the student has a bus pass
                  Expect
                    recommend ATT-01
                    recommend BUS-01
                  Expect not
                    recommend MEN-01
                """;
        assertThat(CheckedBook.of(BookFiles.layered(trust(), school(both)))).isInstanceOf(CheckedBook.Ready.class);
    }

    /** A phrase, a name and a placeholder that would each read the trust's own sentence. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Called: the trap\n  Kind: yes or no\n  Phrases:\n    attendance is 90% or below = no",
                "Called: the trap\n  Kind: yes or no\n  Phrases:\n    the student is in {values}",
                "Called: attendance is\n  Kind: percentage from 0 to 100"
            })
    void noWordOfTheSchoolsChangesWhatTheTrustWrote(String trap) {
        RuleBook alone = ABook.withRules(TRUST).read();
        RuleBook both = ((BookReading.Whole) BookReader.read(BookFiles.layered(
                        trust(),
                        school("Attribute: trap\n  " + trap + "\n\nRule: Ours\n  When\n    the student is in care\n"
                                + "  Then\n    flag \"Ours\" as low\n  Because\n    a reason\n"))))
                .book();
        for (Rule rule : alone.rules()) {
            assertThat(both.rule(rule.name()).orElseThrow().conditions())
                    .extracting(Condition::id)
                    .isEqualTo(rule.conditions().stream().map(Condition::id).toList());
        }
    }

    @Test
    void aTrustsTableIsReadWithTheTrustsWords() {
        BookFiles trusts = ABook.withRules(TRUST)
                .with("tables/points.csv", "Rule,Attendance,RONI points\nAbsent,<90,1\n")
                .files();
        BookFiles schools = school("Attribute: trap\n  Called: the trap\n  Kind: yes or no\n  Phrases:\n"
                + "    attendance is below 90% = no\n");
        RuleBook both = ((BookReading.Whole) BookReader.read(BookFiles.layered(trusts, schools))).book();
        assertThat(both.rule("Absent").orElseThrow().conditions())
                .extracting(Condition::id)
                .allSatisfy(id -> assertThat(id).startsWith("attendance_pct"));
    }

    @Test
    void aTrustsScenariosTellOfTheTrustsBookAndASchoolsOfBoth() {
        BookFiles trusts = ABook.withRules(TRUST)
                .with("topics/test.scenarios.txt", scenario("91%", "Expect not"))
                .files();
        String schools = SCHOOL + "\n" + scenario("91%", "Expect");
        assertThat(CheckedBook.of(BookFiles.layered(trusts, school(schools))))
                .isInstanceOfSatisfying(
                        CheckedBook.Ready.class,
                        ready -> assertThat(ready.scenarios()).isEqualTo(2));
        String wrong = SCHOOL + "\n" + scenario("93%", "Expect");
        assertThat(CheckedBook.of(BookFiles.layered(trusts, school(wrong))))
                .isInstanceOfSatisfying(
                        CheckedBook.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::place)
                                .allSatisfy(place -> assertThat(place.file()).isEqualTo("school/topics/ours.txt")));
    }

    @Test
    void theOrderOfASchoolsFilesDoesNotMatter() {
        BookFiles apart = BookFiles.ofTexts(Map.of(
                "z.txt",
                SCHOOL.substring(0, SCHOOL.indexOf("Switch off")),
                "a.txt",
                SCHOOL.substring(SCHOOL.indexOf("Switch off")),
                ABook.INTERVENTIONS,
                ABook.INTERVENTION_HEADER + "BUS-01,Bus money,,office,0.25,staff hour,,10;11,any,no,,\n"));
        RuleBook other = ((CheckedBook.Ready) CheckedBook.of(BookFiles.layered(trust(), apart)))
                .recommender()
                .book();
        assertThat(other.rules())
                .extracting(Rule::name, Rule::origin)
                .containsExactlyInAnyOrderElementsOf(names(book()));
    }

    @Test
    void layersTravelAsOneZip() {
        BookFiles files = BookFiles.layered(trust(), school(SCHOOL));
        assertThat(BookZip.unpack("book.zip", BookZip.pack(files)))
                .isInstanceOfSatisfying(
                        ZipReading.Unpacked.class,
                        unpacked -> assertThat(unpacked.files().digest()).isEqualTo(files.digest()));
    }

    @Test
    void aBookWithoutATrustHasNoLayers() {
        RuleBook book = ABook.withRules(TRUST).read();
        assertThat(book.layered()).isFalse();
        assertThat(book.rules()).extracting(Rule::origin).containsOnly(Origin.BOOK);
        assertThat(book.departures()).isEmpty();
    }

    private static List<Tuple> names(RuleBook book) {
        return book.rules().stream()
                .map(rule -> tuple(rule.name(), rule.origin()))
                .toList();
    }

    private static String scenario(String attendance, String expect) {
        return "Scenario: At " + attendance + "\n  Given\n    attendance is " + attendance + "\n  " + expect
                + "\n    flag \"Persistent absence\"\n";
    }
}
