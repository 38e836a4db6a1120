package signpost.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.text.Problem;

class FormatterTest {

    private static final String WELL_WRITTEN = """
            # Attendance.

            # Above the first rule.
            Rule: Losing touch
              # Who to ask.
              Owner: Head of year
              Switched off: Its team asks every week.
              When
                the student is in year 10
                # Two ways.
                and any of:
                  attendance is 90% or below
                  # Both of these.
                  all of:
                    the number of suspensions is 1
                    attendance is known
                    # A third?
              Then
                flag "Losing touch" as low
              Because
                attendance is {attendance}
              # Ask again in spring.

            # End.
            """;

    @Test
    void whatIsWellWrittenStaysAsItIs() {
        assertThat(formatted(WELL_WRITTEN)).isEqualTo(WELL_WRITTEN);
    }

    @Test
    void anyIndentationBecomesTwoFourAndTwoMoreForEachGroup() {
        assertThat(formatted("""
                        # Attendance.


                        # Above the first rule.
                        Rule:Losing touch
                            # Who to ask.
                            Owner:   Head of year
                            switched off:Its team asks every week.
                            When

                                 the student is in year 10
                              # Two ways.
                                 and any of:
                                    attendance is 90% or below
                        # Both of these.
                                    all of:
                                         the number of suspensions is 1
                                         attendance is known
                                          # A third?

                            Then
                             flag "Losing touch" as low
                            Because
                                     attendance is {attendance}
                            # Ask again in spring.
                        # End.""")).isEqualTo(WELL_WRITTEN);
    }

    @Test
    void tabsAndTheLineEndsOfOtherSystemsBecomeSpacesAndPlainLineEnds() {
        assertThat(formatted("\uFEFFRule: A\t\r\n\tWhen  \r\n\t\tattendance is known\r\n"))
                .isEqualTo("""
                        Rule: A
                          When
                            attendance is known
                        """);
    }

    @Test
    void fieldsComeInTheirOrderAndTakeTheirCommentsAlong() {
        assertThat(formatted("""
                        RULE: A
                          because
                            a reason
                            # Said softly.
                          # Not before June.
                          THEN:
                            flag "A" as low
                          when
                            attendance is known
                          in force: from 1 Sept 2026
                          owner: Head of year
                        """)).isEqualTo("""
                        Rule: A
                          Owner: Head of year
                          In force: from 1 Sept 2026
                          When
                            attendance is known
                          # Not before June.
                          Then
                            flag "A" as low
                          Because
                            a reason
                            # Said softly.
                        """);
    }

    @Test
    void aFieldNobodyKnowsKeepsItsPlaceAndItsGroups() {
        String misspelt = """
                Rule: A
                  Whn:
                    any of:
                      attendance is known
                  Owner: Head of year
                """;
        assertThat(formatted(misspelt)).isEqualTo(misspelt);
    }

    @Test
    void scenariosAndAttributesHaveTheirOwnOrder() {
        assertThat(formatted("""
                        Scenario: B
                          Expect Not
                              flag "A"
                          Given
                              the student is in year 10
                              And attendance is 90%
                          For: A
                        Attribute: in_care
                          Kind: one of
                              N = no
                          Phrases
                              the student is in care = N
                          Called: in care
                        """)).isEqualTo("""
                        Scenario: B
                          For: A
                          Given
                            the student is in year 10
                            and attendance is 90%
                          Expect not
                            flag "A"

                        Attribute: in_care
                          Called: in care
                          Kind: one of
                            N = no
                          Phrases:
                            the student is in care = N
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Owner: nobody\n",
                "  Rule: indented\n",
                "Rule: A\n  When\n    any of:\n        attendance is known\n      attendance is 90%\n",
                "Rule: A\n  When\n      attendance is known\n    and attendance is 90%\n",
                "Rule: A\n  Owner:\tsomebody\n",
                "Rule: A\n  When then\n"
            })
    void whatCannotBeCutIntoBlocksIsLeft(String text) {
        assertThat(Formatter.format("topics/a.txt", text))
                .isInstanceOfSatisfying(
                        Formatting.Left.class,
                        left -> assertThat(left.problems()).isNotEmpty());
    }

    @Test
    void aTextWithoutBlocksKeepsItsComments() {
        assertThat(formatted("\n\n  # One.\n# Two.\n\n\n# Three.\n\n")).isEqualTo("# One.\n# Two.\n\n# Three.\n");
        assertThat(formatted("\n  \n")).isEmpty();
    }

    @Test
    void aBookTellsWhichFilesItChangedAndTouchesNoTable() {
        FormattedBook book = Formatter.format(BookFiles.ofTexts(Map.of(
                "topics/bad.txt", "nothing\n",
                "topics/good.txt", WELL_WRITTEN,
                "topics/loose.txt", "Rule:  A\n",
                "catalogue/interventions.csv", "code , title\r\n")));
        assertThat(book.changed()).containsExactly("topics/loose.txt");
        assertThat(text(book, "topics/loose.txt")).isEqualTo("Rule: A\n");
        assertThat(text(book, "topics/bad.txt")).isEqualTo("nothing\n");
        assertThat(text(book, "catalogue/interventions.csv")).isEqualTo("code , title\r\n");
        assertThat(book.problems())
                .extracting(Problem::place)
                .extracting(Object::toString)
                .isEqualTo(List.of("topics/bad.txt:1:1"));
    }

    private static String text(FormattedBook book, String path) {
        return new String(book.files().bytes(path), StandardCharsets.UTF_8);
    }

    private static String formatted(String text) {
        Formatting formatting = Formatter.format("topics/a.txt", text);
        assertThat(formatting).isInstanceOf(Formatting.Formatted.class);
        return ((Formatting.Formatted) formatting).text();
    }
}
