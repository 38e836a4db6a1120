package signpost.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.engine.ABook.rule;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import signpost.engine.ABook;

/** Mistakes people make, and exactly what they are told: where, what, and what to do. */
class MistakesTest {

    private static final Pattern PROGRAMMERS_WORDS = Pattern.compile(
            "(?i)exception|null\\b|java|regex|parse|token|drools|invalid|illegal|syntax|boolean|string\\b|index|optional");

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsNamedWithItsPlaceAndWhatToDo(String mistake, ABook book, String told) {
        assertThat(book.problems()).contains(told);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeBringsNoFloodOfOthers(String mistake, ABook book, String told) {
        assertThat(book.problems()).hasSizeLessThanOrEqualTo(4);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void nobodyReadsAProgrammersWord(String mistake, ABook book, String told) {
        assertThat(book.problems()).noneMatch(PROGRAMMERS_WORDS.asPredicate());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                        inConditions(),
                        inRules(),
                        inConsequences(),
                        inLines(),
                        inChains(),
                        inTheVocabulary(),
                        inTables())
                .flatMap(List::stream);
    }

    @Test
    void everyMistakeIsToldAtOnce() {
        ABook book = ABook.when("attendence is 90% or below", "and SEN provision is Q")
                .and(rule("Other", "recommend ATT-10", "attendance is 900%"));

        assertThat(book.problems())
                .extracting(problem -> problem.substring(0, problem.indexOf(": ")))
                .containsExactly(
                        "topics/test.txt:3:5",
                        "topics/test.txt:4:23",
                        "topics/test.txt:11:16",
                        "topics/test.txt:13:15");
    }

    @Test
    void aFileThatIsNotTextIsRefused() {
        BookFiles files =
                new BookFiles(Map.of("topics/a.txt", "Rule: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(ABook.problems(files))
                .contains(
                        "topics/a.txt:1:1: This file is not UTF-8 text. Save it again as plain text with the encoding UTF-8.");
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        BookFiles files = new BookFiles(Map.of("topics/a.txt", new byte[BookFiles.LARGEST_FILE + 1]));

        assertThat(ABook.problems(files))
                .contains("topics/a.txt:1:1: This file is larger than 2 MB. Split it by topic.");
    }

    @Test
    void anEmptyBookIsRefused() {
        assertThat(ABook.problems(new BookFiles(Map.of())))
                .containsExactly("topics:1:1: This book has no rules. Put files with rules into the folder topics.");
    }

    @Test
    void aByteOrderMarkIsNoMistake() {
        assertThat(ABook.withRules("\uFEFF" + rule("A", "flag \"A\" as low", "attendance is known"))
                        .problems())
                .isEmpty();
    }

    @Test
    void windowsLineEndingsAreNoMistake() {
        assertThat(ABook.withRules(rule("A", "flag \"A\" as low", "attendance is known")
                                .replace("\n", "\r\n"))
                        .problems())
                .isEmpty();
    }

    @Test
    void anAttributeMayBeCalledAScore() {
        ABook book = ABook.when("the reading score is 90 or above")
                .withAttribute(
                        "Attribute: reading\n  Called: the reading score\n  Kind: whole number from 60 to 140\n");

        assertThat(book.problems()).isEmpty();
    }

    private static List<Arguments> inConditions() {
        return List.of(
                mistake(
                        "an attribute misspelt",
                        ABook.when("attendence is 90% or below"),
                        "topics/test.txt:3:5: \"attendence is 90% or below\" is not a condition Signpost knows. Did you mean \"attendance\"?"),
                mistake(
                        "a phrase misspelt",
                        ABook.when("the student is in yaer 10"),
                        "topics/test.txt:3:5: \"the student is in yaer 10\" is not a condition Signpost knows. Did you mean \"the student is in year 10\"?"),
                mistake(
                        "nothing like a condition",
                        ABook.when("when the moon is full"),
                        "topics/test.txt:3:5: \"when the moon is full\" is not a condition Signpost knows. Look up the wordings in the vocabulary folder."),
                mistake(
                        "a percentage without its sign",
                        ABook.when("attendance is 90 or below"),
                        "topics/test.txt:3:16: \"90\" is a percentage. Write it as 90%."),
                mistake(
                        "a percentage out of range",
                        ABook.when("attendance is 900% or below"),
                        "topics/test.txt:3:16: \"900%\" is not a number from 0 to 100, so \"attendance\" can never be that."),
                mistake(
                        "a number out of range",
                        ABook.when("the number of suspensions is 101 or above"),
                        "topics/test.txt:3:31: \"101\" is not a whole number from 0 to 100, so \"the number of suspensions\" can never be that."),
                mistake(
                        "a fraction of a whole number",
                        ABook.when("the number of suspensions is 1.5 or above"),
                        "topics/test.txt:3:31: \"1.5\" is not a whole number from 0 to 100, so \"the number of suspensions\" can never be that."),
                mistake(
                        "a word for a number",
                        ABook.when("the number of suspensions is some"),
                        "topics/test.txt:3:31: \"some\" is not a number, so \"the number of suspensions\" can never be that."),
                mistake(
                        "a year out of range",
                        ABook.when("the student is in year 10 or 27"),
                        "topics/test.txt:3:5: \"27\" is not a whole number from 7 to 14, so \"the year group\" can never be that."),
                mistake(
                        "a grade out of scale",
                        ABook.when("the current English grade is below 12"),
                        "topics/test.txt:3:31: \"12\" is not one of U, 1, 2, 3, 4, 5, so \"the current English grade\" can never be that."),
                mistake(
                        "two grades compared at once",
                        ABook.when("the current English grade is below 3 or 4"),
                        "topics/test.txt:3:31: \"3 or 4\" is more than one step to compare with. Write a single one, such as \"is below 3\"."),
                mistake(
                        "a code that is not of the set",
                        ABook.when("SEN provision is Q"),
                        "topics/test.txt:3:19: \"Q\" is not one of N, K, E, so \"SEN provision\" can never be that."),
                mistake(
                        "a code misspelt",
                        ABook.when("the list of barriers includes geografy"),
                        "topics/test.txt:3:26: \"geografy\" is not one of geography, finance, caring, so \"the list of barriers\" can never be that. Did you mean \"geography\"?"),
                mistake(
                        "an includes without anything",
                        ABook.when("the list of barriers includes ,"),
                        "topics/test.txt:3:26: \",\" names no value. Write for example \"the list of barriers includes geography\" or \"the list of barriers is none\"."),
                mistake(
                        "an is without anything",
                        ABook.when("SEN provision is ,"),
                        "topics/test.txt:3:19: \",\" names no value. Write for example \"SEN provision is N or K\"."),
                mistake(
                        "a number without anything",
                        ABook.when("the number of suspensions is ,"),
                        "topics/test.txt:3:31: \"is ,\" cannot be said of \"the number of suspensions\". Write for example \"the number of suspensions is 0 or below\", \"the number of suspensions is above 0\" or \"the number of suspensions is from 0 to 100\"."),
                mistake(
                        "a range upside down",
                        ABook.when("attendance is from 90% to 85%"),
                        "topics/test.txt:3:16: The range ends before it begins. Write the smaller value first."),
                mistake(
                        "words that cannot be said of a number",
                        ABook.when("attendance is poor"),
                        "topics/test.txt:3:16: \"poor\" is not a number, so \"attendance\" can never be that."),
                mistake(
                        "words that cannot be said of a yes or no",
                        ABook.when("in care is yes"),
                        "topics/test.txt:3:13: \"is yes\" cannot be said of \"in care\". Write \"the student is in care\" or \"the student is not in care\"."),
                mistake(
                        "words that cannot be said of a date",
                        ABook.when("the leaving date is 90%"),
                        "topics/test.txt:3:22: \"is 90%\" cannot be said of \"the leaving date\". Write for example \"the leaving date is before 1 September 2026\" or \"the leaving date is more than 6 weeks ago\"."),
                mistake(
                        "a day that does not exist",
                        ABook.when("the leaving date is before 31 February 2026"),
                        "topics/test.txt:3:22: \"31 February 2026\" is not a date. Write for example 1 September 2026, 1 February, or the end of the autumn term."),
                mistake(
                        "a term that does not exist",
                        ABook.when("it is the winter term"),
                        "topics/test.txt:3:15: \"winter\" is not a term. The terms are autumn, spring and summer."),
                mistake(
                        "no term at all",
                        ABook.when("it is the , term"),
                        "topics/test.txt:3:15: This names no term. The terms are autumn, spring and summer."),
                mistake(
                        "a day of the year that does not exist",
                        ABook.when("today is on or after 31 June"),
                        "topics/test.txt:3:26: \"31 June\" is not a day. Write for example 1 September 2026, 1 February, or the end of the autumn term."),
                mistake(
                        "a first condition with and",
                        ABook.when("and attendance is 90% or below"),
                        "topics/test.txt:3:5: The first condition does not begin with \"and\". Take the \"and\" away."),
                mistake(
                        "a condition without and",
                        ABook.when("attendance is 90% or below", "the student is in year 10"),
                        "topics/test.txt:4:5: This condition does not begin with \"and\". Put \"and\" before it."),
                mistake(
                        "or at the start of a line",
                        ABook.when("attendance is 90% or below", "or the student is in year 10"),
                        "topics/test.txt:4:5: \"or\" cannot begin a line, because it would not be clear what belongs together. Write \"any of:\" and list the alternatives beneath it, two spaces deeper."),
                mistake(
                        "an empty group",
                        ABook.when("any of:"),
                        "topics/test.txt:3:5: This group is empty. List its conditions beneath it, two spaces deeper."),
                mistake(
                        "a group that asks for too many",
                        ABook.when("at least 3 of:", "  attendance is 90% or below", "  the student is in year 10"),
                        "topics/test.txt:3:5: The group asks for 3 of 2 conditions. Ask for a number from 1 to 2."),
                mistake(
                        "a group that asks for none",
                        ABook.when("at least 0 of:", "  attendance is 90% or below"),
                        "topics/test.txt:3:5: The group asks for 0 of 1 conditions. Ask for a number from 1 to 1."),
                mistake(
                        "a group nested too deep",
                        ABook.when(
                                "any of:",
                                "  any of:",
                                "    any of:",
                                "      any of:",
                                "        any of:",
                                "          any of:",
                                "            any of:",
                                "              attendance is known"),
                        "topics/test.txt:9:17: Groups are nested too deeply to be read. Make two rules of it."),
                mistake(
                        "a line deeper without a group",
                        ABook.when("attendance is 90% or below", "  and the student is in year 10"),
                        "topics/test.txt:4:7: This line is indented as if it belonged to a group. Line it up with the one above, or write \"any of:\" above it."),
                mistake(
                        "no terms back",
                        ABook.when("the post-16 plan was not confirmed for 0 terms"),
                        "topics/test.txt:3:22: \"was not confirmed for 0 terms\" cannot be said of \"the post-16 plan\". Write for example \"the post-16 plan is none or ideas\"."),
                mistake(
                        "an unusual space",
                        ABook.when("attendance\u00A0is 90% or below"),
                        "topics/test.txt:3:15: This line holds a tab, an unusual space or an invisible character here. Type the line again with ordinary letters and spaces."));
    }

    private static List<Arguments> inRules() {
        return List.of(
                mistake(
                        "a rule without Because",
                        ABook.withRules("Rule: A\n  When\n    attendance is known\n  Then\n    flag \"A\" as low\n"),
                        "topics/test.txt:1:1: The rule \"A\" has nothing under \"Because\". Write \"Because\" and what belongs to it beneath, two spaces deeper."),
                mistake(
                        "a rule without Then",
                        ABook.withRules("Rule: A\n  When\n    attendance is known\n  Because\n    a reason\n"),
                        "topics/test.txt:1:1: The rule \"A\" has nothing under \"Then\". Write \"Then\" and what belongs to it beneath, two spaces deeper."),
                mistake(
                        "a rule without When",
                        ABook.withRules("Rule: A\n  Then\n    flag \"A\" as low\n  Because\n    a reason\n"),
                        "topics/test.txt:1:1: The rule \"A\" has nothing under \"When\". Write \"When\" and what belongs to it beneath, two spaces deeper."),
                mistake(
                        "a rule without a name",
                        ABook.withRules(rule("", "flag \"A\" as low", "attendance is known")),
                        "topics/test.txt:1:1: This rule has no name. Write a short name after \"Rule:\"."),
                mistake(
                        "a name too long",
                        ABook.withRules(rule("A".repeat(81), "flag \"A\" as low", "attendance is known")),
                        "topics/test.txt:1:1: This rule's name is longer than 80 characters. Write a short name after \"Rule:\"."),
                mistake(
                        "two rules of one name",
                        ABook.withRules(rule("A", "flag \"A\" as low", "attendance is known")
                                + rule("a", "flag \"A\" as low", "attendance is known")),
                        "topics/test.txt:8:7: There is already a rule \"a\", at topics/test.txt:1:1. Give one of them another name."),
                mistake(
                        "an unknown field",
                        field("  Ovner: me"),
                        "topics/test.txt:2:3: \"Ovner\" is not part of a rule. Did you mean \"Owner\"?"),
                mistake(
                        "a field twice",
                        field("  Owner: me\n  Owner: you"),
                        "topics/test.txt:3:3: This rule has \"Owner\" twice. Keep one of them."),
                mistake(
                        "a condition beside When",
                        ABook.withRules(
                                "Rule: A\n  When: attendance is known\n    attendance is 90% or below\n  Then\n    flag \"A\" as low\n  Because\n    a reason\n"),
                        "topics/test.txt:2:9: Nothing may stand on the same line as \"When\". Move it to a line of its own beneath, two spaces deeper."),
                mistake(
                        "a bad date in force",
                        field("  In force: from 31 February 2026"),
                        "topics/test.txt:2:13: \"from 31 February 2026\" does not say when the rule is in force. Write for example: from 1 September 2026, or: from 1 September 2026 to 31 August 2027."),
                mistake(
                        "in force without from",
                        field("  In force: until 2027"),
                        "topics/test.txt:2:13: \"until 2027\" does not say when the rule is in force. Write for example: from 1 September 2026, or: from 1 September 2026 to 31 August 2027."),
                mistake(
                        "in force upside down",
                        field("  In force: from 1 September 2027 to 31 August 2026"),
                        "topics/test.txt:2:13: The rule would end before it begins. Write the earlier day first."),
                mistake(
                        "a placeholder misspelt",
                        because("attendance is {attendence}"),
                        "topics/test.txt:7:19: \"{attendence}\" is neither an attribute nor a score. Did you mean {attendance}?"),
                mistake(
                        "a placeholder that is nothing",
                        because("attendance is {the weather on the way to school}"),
                        "topics/test.txt:7:19: \"{the weather on the way to school}\" is neither an attribute nor a score."),
                mistake(
                        "a placeholder never closed",
                        because("attendance is {attendance"),
                        "topics/test.txt:7:19: A \"{\" stands here without its partner. Write a student's value as {attendance}, with both."));
    }

    private static List<Arguments> inConsequences() {
        return List.of(
                mistake(
                        "an unknown intervention",
                        then("recommend ATT-10"),
                        "topics/test.txt:5:15: The catalogue has no intervention \"ATT-10\". Did you mean ATT-01?"),
                mistake(
                        "an intervention like no other",
                        then("recommend SOMETHING-ELSE"),
                        "topics/test.txt:5:15: The catalogue has no intervention \"SOMETHING-ELSE\". The codes stand in catalogue/interventions.csv."),
                mistake(
                        "an unknown severity",
                        then("flag \"A\" as urgent"),
                        "topics/test.txt:5:17: \"urgent\" is not a severity. Write low, medium or high."),
                mistake(
                        "an unknown severity of a recommendation",
                        then("recommend ATT-01 as urgent"),
                        "topics/test.txt:5:25: \"urgent\" is not a severity. Write low, medium or high."),
                mistake(
                        "a flag without quotation marks",
                        then("flag A as low"),
                        "topics/test.txt:5:5: \"flag A as low\" is not something a rule can do. Write for example: flag \"NAME\" as medium; add 1 point to RONI; recommend CODE within 2 weeks; rule out CODE."),
                mistake(
                        "a flag without a severity",
                        then("flag \"A\""),
                        "topics/test.txt:5:5: \"flag \"A\"\" is not something a rule can do. Write for example: flag \"NAME\" as medium; add 1 point to RONI; recommend CODE within 2 weeks; rule out CODE."),
                mistake(
                        "a bad due",
                        then("recommend ATT-01 within a fortnight"),
                        "topics/test.txt:5:22: \"within a fortnight\" is not a due date. Write \"within 2 weeks\", \"by 31 March\" or \"this term\"."),
                mistake(
                        "a due day that does not exist",
                        then("recommend ATT-01 by 31 February"),
                        "topics/test.txt:5:22: \"by 31 February\" is not a due date. Write \"within 2 weeks\", \"by 31 March\" or \"this term\"."),
                mistake(
                        "an occurrence of what does not repeat",
                        then("recommend ATT-01 for \"October\""),
                        "topics/test.txt:5:27: \"ATT-01\" is not an intervention that repeats. Take the occurrence away, or write yes in its \"repeats\" column of interventions.csv."),
                mistake(
                        "no points",
                        then("add 0 points to RONI"),
                        "topics/test.txt:5:5: \"add 0 points to RONI\" is not something a rule can do. Write for example: flag \"NAME\" as medium; add 1 point to RONI; recommend CODE within 2 weeks; rule out CODE."),
                mistake(
                        "points that are not a number",
                        then("add some points to RONI"),
                        "topics/test.txt:5:5: \"add some points to RONI\" is not something a rule can do. Write for example: flag \"NAME\" as medium; add 1 point to RONI; recommend CODE within 2 weeks; rule out CODE."),
                mistake(
                        "something a rule cannot do",
                        then("email the parents"),
                        "topics/test.txt:5:5: \"email the parents\" is not something a rule can do. Write for example: flag \"NAME\" as medium; add 1 point to RONI; recommend CODE within 2 weeks; rule out CODE."),
                mistake(
                        "an unknown intervention ruled out",
                        then("rule out MEN-1"),
                        "topics/test.txt:5:14: The catalogue has no intervention \"MEN-1\". Did you mean MEN-01?"));
    }

    private static List<Arguments> inLines() {
        return List.of(
                mistake(
                        "a tab",
                        ABook.when("attendance is\t90% or below").and(""),
                        "topics/test.txt:3:18: This line holds a tab, an unusual space or an invisible character here. Type the line again with ordinary letters and spaces."),
                mistake(
                        "a character nobody can see",
                        field("  Owner: the\u200Bhead"),
                        "topics/test.txt:2:13: This line holds a tab, an unusual space or an invisible character here. Type the line again with ordinary letters and spaces."),
                mistake(
                        "a character that turns the line round",
                        field("  Owner: the\u202Ehead"),
                        "topics/test.txt:2:13: This line holds a tab, an unusual space or an invisible character here. Type the line again with ordinary letters and spaces."),
                mistake(
                        "a line too long",
                        field("  Owner: " + "x".repeat(500)),
                        "topics/test.txt:2:3: This line is longer than 500 characters. Break it into several lines."),
                mistake(
                        "a header misspelt",
                        ABook.when("attendance is known").with("topics/a.txt", "Rul: B\n"),
                        "topics/a.txt:1:1: \"Rul: B\" does not begin a block. Did you mean \"Rule:\"? A block begins in the first column with one of: Attribute, Rule, Scenario, followed by a colon and a name."),
                mistake(
                        "prose instead of a rule",
                        ABook.when("attendance is known").with("topics/a.txt", "These are our rules.\n"),
                        "topics/a.txt:1:1: \"These are our rules.\" does not begin a block. A block begins in the first column with one of: Attribute, Rule, Scenario, followed by a colon and a name."),
                mistake(
                        "a field misspelt that stands alone",
                        field("  Whan"),
                        "topics/test.txt:2:3: \"Whan\" was not expected here. Did you mean \"When\"?"),
                mistake(
                        "a line deeper than its neighbours",
                        field("  Owner: me\n  Source: you\n Why: us"),
                        "topics/test.txt:2:3: \"Owner: me\" is indented more than the lines around it."));
    }

    private static List<Arguments> inChains() {
        return List.of(
                mistake(
                        "a flag no rule raises",
                        ABook.when("\"Severe absense\" is flagged"),
                        "topics/test.txt:3:5: No rule gives the flag \"Severe absense\". Flags and scores come from \"flag\" and \"add\" under a rule's Then."),
                mistake(
                        "a score no rule adds to",
                        ABook.when("the RONI score is 4 or above"),
                        "topics/test.txt:3:5: No rule gives the score \"RONI\". Flags and scores come from \"flag\" and \"add\" under a rule's Then."),
                mistake(
                        "a flag nearly right",
                        ABook.withRules(rule("A", "flag \"Severe absence\" as high", "attendance is known")
                                + rule("B", "rule out MEN-01", "\"Severe absense\" is flagged")),
                        "topics/test.txt:10:5: No rule gives the flag \"Severe absense\". Did you mean the flag \"Severe absence\"?"),
                mistake(
                        "a rule that waits for itself",
                        ABook.withRules(rule("A", "flag \"A\" as low", "\"A\" is flagged")),
                        "topics/test.txt:1:1: The rule \"A\" waits for itself. Let one of them ask for what is known of the student instead of a flag or score."),
                mistake(
                        "two rules in a circle",
                        ABook.withRules(rule("A", "flag \"A\" as low", "\"B\" is flagged")
                                + rule("B", "flag \"B\" as low", "\"A\" is not flagged")),
                        "topics/test.txt:1:1: These rules wait for each other in a circle: \"A\", \"B\". Let one of them ask for what is known of the student instead of a flag or score."),
                mistake(
                        "a score test that cannot be",
                        ABook.withRules(rule("P", "add 1 point to RONI", "attendance is known")
                                + rule("A", "flag \"A\" as low", "the RONI score is high")),
                        "topics/test.txt:10:23: \"high\" cannot be said of a score. Write for example \"the RONI score is 4 or above\" or \"the RONI score is from 2 to 3\"."));
    }

    private static List<Arguments> inTheVocabulary() {
        return List.of(
                mistake(
                        "an attribute without Called",
                        attribute("  Kind: date"),
                        "vocabulary/test.txt:61:1: The attribute \"visit\" has no \"Called\". Say how rules name it, for example \"Called: attendance\"."),
                mistake(
                        "an attribute without Kind",
                        attribute("  Called: the visit"),
                        "vocabulary/test.txt:61:1: The attribute \"visit\" has no \"Kind\". Say what values it has, for example \"Kind: yes or no\"."),
                mistake(
                        "a kind misspelt",
                        attribute("  Called: the visit\n  Kind: dat"),
                        "vocabulary/test.txt:63:9: \"dat\" is not a kind of attribute. Write one of: percentage from 0 to 100; whole number from 0 to 10; number from 0 to 10 hours; date; yes or no; one of; some of; some of any text; scale; text. Did you mean \"date\"?"),
                mistake(
                        "a range of values upside down",
                        attribute("  Called: the visit\n  Kind: whole number from 10 to 0"),
                        "vocabulary/test.txt:63:9: The range ends before it begins. Write the smaller number first."),
                mistake(
                        "a code set without codes",
                        attribute("  Called: the visit\n  Kind: one of"),
                        "vocabulary/test.txt:63:3: This kind has no codes. List them beneath it, one a line: CODE = what it means."),
                mistake(
                        "a code without its meaning",
                        attribute("  Called: the visit\n  Kind: one of\n    A"),
                        "vocabulary/test.txt:64:5: \"A\" is not a code. Write it as CODE = what it means."),
                mistake(
                        "a code twice",
                        attribute("  Called: the visit\n  Kind: one of\n    A = one\n    A = other"),
                        "vocabulary/test.txt:65:5: The code \"A\" stands here twice. Keep one of them."),
                mistake(
                        "a code no rule could name",
                        attribute("  Called: the visit\n  Kind: one of\n    A, B = both"),
                        "vocabulary/test.txt:64:5: \"A, B\" cannot be a code. Use letters, digits, spaces and any of . _ + / -, beginning with a letter or digit."),
                mistake(
                        "a phrase without a value",
                        attribute("  Called: the visit\n  Kind: yes or no\n  Phrases:\n    the student has visited"),
                        "vocabulary/test.txt:65:5: The phrase \"the student has visited\" does not say which value it stands for. Write it as: the student has visited = VALUE."),
                mistake(
                        "a phrase for a value that cannot be",
                        attribute(
                                "  Called: the visit\n  Kind: yes or no\n  Phrases:\n    the student has visited = perhaps"),
                        "vocabulary/test.txt:65:5: \"perhaps\" is neither yes nor no (Y, N, Yes, No, T, F, 1, 0). After the = stands a value of this attribute."),
                mistake(
                        "a phrase that is taken",
                        attribute(
                                "  Called: the visit\n  Kind: yes or no\n  Phrases:\n    the student is in care = yes"),
                        "vocabulary/test.txt:65:5: \"the student is in care\" is already taken, at vocabulary/test.txt:53:5. Choose other words."),
                mistake(
                        "a name that is taken",
                        attribute("  Called: attendance\n  Kind: date"),
                        "vocabulary/test.txt:62:11: \"attendance\" is already taken, at vocabulary/test.txt:7:11. Choose other words."),
                mistake(
                        "a column that is taken",
                        attribute("  Called: the visit\n  Kind: date\n  Columns: Attendance PCT"),
                        "vocabulary/test.txt:64:3: The column \"attendancepct\" is already read as \"attendance_pct\". A column can fill one attribute only: take it away from one of them."),
                mistake(
                        "an unknown field of an attribute",
                        attribute("  Called: the visit\n  Kind: date\n  Colums: visit"),
                        "vocabulary/test.txt:64:3: \"Colums\" is not part of an attribute. Did you mean \"Columns\"?"),
                mistake(
                        "a field of an attribute twice",
                        attribute("  Called: the visit\n  Kind: date\n  Kind: text"),
                        "vocabulary/test.txt:64:3: This attribute has \"Kind\" twice. Keep one of them."),
                mistake(
                        "special category neither yes nor no",
                        attribute("  Called: the visit\n  Kind: date\n  Special category: y"),
                        "vocabulary/test.txt:64:21: \"y\" is neither yes nor no. Write \"Special category: yes\" or leave the line out."),
                mistake(
                        "a characteristic that no law protects",
                        attribute("  Called: the visit\n  Kind: date\n  Protected: disabilty"),
                        "vocabulary/test.txt:64:14: \"disabilty\" is not a characteristic that the Equality Act protects. Did you mean \"disability\"?"),
                mistake(
                        "another spelling of no value",
                        attribute("  Called: the visit\n  Kind: yes or no\n  Also read: ja = oui"),
                        "vocabulary/test.txt:64:3: \"ja\" would be read as \"oui\", which is neither yes nor no (Y, N, Yes, No, T, F, 1, 0). Write OTHER = VALUE with a value of this attribute."),
                mistake(
                        "a key that cannot be",
                        ABook.when("attendance is known")
                                .withAttribute("Attribute: The Visit\n  Called: the visit\n  Kind: date\n"),
                        "vocabulary/test.txt:61:12: \"The Visit\" cannot be an attribute's key. Use small letters, digits and underscores, such as attendance_pct."),
                mistake(
                        "a key that is taken",
                        ABook.when("attendance is known")
                                .withAttribute("Attribute: attendance_pct\n  Called: the visit\n  Kind: date\n"),
                        "vocabulary/test.txt:61:12: \"attendance_pct\" is already taken, at vocabulary/test.txt:6:12. Choose other words."));
    }

    private static List<Arguments> inTables() {
        return List.of(
                mistake(
                        "a column that is missing",
                        interventions(
                                ABook.INTERVENTION_HEADER.replace(",hours", ""),
                                "ATT-01,A,,x,teacher hour,,10,any,no,,"),
                        "catalogue/interventions.csv:1:1: The column \"hours\" is missing. Add it to the first row."),
                mistake(
                        "an intervention code that cannot be",
                        interventions(ABook.INTERVENTION_HEADER, "att 1,A,,x,1,teacher hour,,10,any,no,,"),
                        "catalogue/interventions.csv:2:1: \"att 1\" cannot be a code. Use capital letters and digits with hyphens, such as PGI-01."),
                mistake(
                        "an intervention twice",
                        interventions(
                                ABook.INTERVENTION_HEADER,
                                "ATT-01,A,,x,1,teacher hour,,10,any,no,,\nATT-01,B,,x,1,teacher hour,,10,any,no,,"),
                        "catalogue/interventions.csv:3:1: The code \"ATT-01\" already stands at catalogue/interventions.csv:2:1. Keep one of them."),
                mistake(
                        "hours that are no number",
                        interventions(ABook.INTERVENTION_HEADER, "ATT-01,A,,x,half an hour,teacher hour,,10,any,no,,"),
                        "catalogue/interventions.csv:2:1: \"half an hour\" is not a number of hours. Write for example 0.75."),
                mistake(
                        "hours with a comma",
                        interventions(ABook.INTERVENTION_HEADER, "ATT-01,A,,x,0,75,teacher hour,,10,any,no,,"),
                        "catalogue/interventions.csv:2:1: This row has more cells than there are columns. Put text that holds a comma in quotation marks."),
                mistake(
                        "a day of retirement that is no date",
                        interventions(
                                ABook.INTERVENTION_HEADER.strip() + ",retired\n",
                                "ATT-01,A,,x,1,teacher hour,,10,any,no,,,next summer"),
                        "catalogue/interventions.csv:2:1: \"next summer\" in the column \"retired\" is not a date. Write it as 2027-08-31."),
                mistake(
                        "places that are no number",
                        interventions(ABook.INTERVENTION_HEADER, "ATT-01,A,,x,1,teacher hour,many,10,any,no,,"),
                        "catalogue/interventions.csv:2:1: \"many\" is not a number of places. Write for example 12."),
                mistake(
                        "repeats neither yes nor no",
                        interventions(ABook.INTERVENTION_HEADER, "ATT-01,A,,x,1,teacher hour,,10,any,sometimes,,"),
                        "catalogue/interventions.csv:2:1: \"sometimes\" in the column \"repeats\" is neither yes nor no."),
                mistake(
                        "an intervention without a title",
                        interventions(ABook.INTERVENTION_HEADER, "ATT-01,,,x,1,teacher hour,,10,any,no,,"),
                        "catalogue/interventions.csv:2:1: The column \"title\" is empty."),
                mistake(
                        "an empty table",
                        interventions("", ""),
                        "catalogue/interventions.csv:1:1: This file is empty. Its first row must be: code,title,description,delivered_by,hours,unit,places,years,terms,repeats,evidence,source"),
                mistake(
                        "a quotation mark never closed",
                        interventions(
                                ABook.INTERVENTION_HEADER,
                                "ATT-01,\"A,,x,1,teacher hour,,10,any,no,,\nMEN-01,B,,x,1,teacher hour,,10,any,no,,"),
                        "catalogue/interventions.csv:2:1: From here on this table cannot be read. Look for a quotation mark that is never closed."),
                mistake(
                        "a table nobody knows",
                        ABook.when("attendance is known").with("catalogue/mentors.csv", "name\nA\n"),
                        "catalogue/mentors.csv:1:1: Signpost does not know what this table is. The tables of a book are catalogue/interventions.csv and catalogue/override-reasons.csv."),
                mistake(
                        "a reason neither lasting nor not",
                        ABook.when("attendance is known")
                                .with(ABook.REASONS, "code,label,lasting,note\nOTHER,Another,maybe,\n"),
                        "catalogue/override-reasons.csv:2:1: \"maybe\" in the column \"lasting\" is neither yes nor no."),
                mistake(
                        "no rules at all",
                        ABook.withoutRules(),
                        "topics:1:1: This book has no rules. Put files with rules into the folder topics."));
    }

    private static ABook then(String consequence) {
        return ABook.withRules(rule("Tested", consequence, "attendance is known"));
    }

    private static ABook because(String reason) {
        return ABook.withRules(
                rule("Tested", "flag \"Tested\" as low", "attendance is known").replace("a reason", reason));
    }

    private static ABook field(String fields) {
        return ABook.withRules(rule("Tested", "flag \"Tested\" as low", "attendance is known")
                .replaceFirst("\n", "\n" + fields + "\n"));
    }

    private static ABook attribute(String fields) {
        return ABook.when("attendance is known").withAttribute("Attribute: visit\n" + fields + "\n");
    }

    private static ABook interventions(String header, String rows) {
        return ABook.when("attendance is known").with(ABook.INTERVENTIONS, header + rows + "\n");
    }

    private static Arguments mistake(String mistake, ABook book, String told) {
        return Arguments.of(mistake, book, told);
    }
}
