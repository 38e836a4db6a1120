package signpost.api.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.commandline.ABookFolder.PERSISTENT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookZip;

/** Checking a book and running its scenarios, as somebody types it. */
class CheckAndTestTest {

    private static final String SCENARIO = """
            Scenario: Exactly 90% is persistent absence
              For: Persistent absence
              Given
                attendance is 90%
              Expect
                flag "Persistent absence"
              Expect not
                recommend PGI-01
            """;

    @TempDir
    private Path folder;

    @Test
    void aSoundBookIsGood() {
        ABookFolder.in(folder).withRules(PERSISTENT + SCENARIO);

        assertThat(Ended.after("check", folder))
                .isEqualTo(new Ended(0, "", folder + ": 1 rule, 1 scenario, no problems.\n"));
        assertThat(Ended.after("test", folder))
                .returns(0, Ended::code)
                .satisfies(test -> assertThat(test.err()).startsWith(folder + ": 1 scenario passed, 0 failed"));
    }

    @Test
    void theFolderAroundABookIsToldFromIt() {
        ABookFolder.in(folder.resolve("pack")).withRules(PERSISTENT + SCENARIO);

        assertThat(Ended.after("check", folder))
                .returns(2, Ended::code)
                .satisfies(
                        ended -> assertThat(ended.err()).contains("Did you mean \"" + folder.resolve("pack") + "\"?"));
    }

    @Test
    void aZipOfABookIsReadInItsPlace() throws IOException {
        ABookFolder.in(folder.resolve("book")).withRules(PERSISTENT + SCENARIO);
        Path zip = folder.resolve("book.zip");
        Files.write(zip, BookZip.pack(BookFiles.ofFolder(folder.resolve("book"))));

        assertThat(Ended.after("check", zip)).isEqualTo(new Ended(0, "", zip + ": 1 rule, 1 scenario, no problems.\n"));
        assertThat(Ended.after("format", zip)).returns(2, Ended::code);
        Files.writeString(zip, "no zip");
        assertThat(Ended.after("check", zip))
                .returns(2, Ended::code)
                .satisfies(ended -> assertThat(ended.err()).contains("not a zip"));
    }

    @Test
    void whatNoScenarioShowsIsAWarning() {
        ABookFolder.in(folder).withRules(PERSISTENT + SCENARIO);

        assertThat(Ended.after("test", "--strict", folder))
                .returns(1, Ended::code)
                .satisfies(test -> assertThat(test.out().lines())
                        .isNotEmpty()
                        .allMatch(line -> line.contains(": warning: The rule \"Persistent absence\" has no scenario")));
    }

    @Test
    void everyProblemIsPrintedWithFileLineAndColumn() {
        ABookFolder.in(folder).withRules(PERSISTENT.replace("attendance is 90%", "attendence is 90%") + """
                Rule: Another
                  When
                    the year group is 10
                  Then
                    recommend ATT-1
                  Because
                    a reason
                """);

        Ended check = Ended.after("check", folder);

        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out().lines())
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(line -> line.startsWith(folder.resolve("topics/attendance.txt") + ":"))
                .anyMatch(line -> line.contains(".txt:6:5: \"attendence"))
                .anyMatch(line -> line.contains(
                        ".txt:17:15: The catalogue has no intervention \"ATT-1\"." + " Did you mean ATT-01?"));
        assertThat(Ended.after("test", folder)).returns(1, Ended::code).returns(check.out(), Ended::out);
    }

    @Test
    void aScenarioThatCannotBeReadIsAProblemOfTheBook() {
        ABookFolder.in(folder).withRules(PERSISTENT + SCENARIO.replace("flag \"Persistent", "flag \"Persistant"));

        assertThat(Ended.after("check", folder))
                .returns(1, Ended::code)
                .satisfies(check -> assertThat(check.out()).contains(".txt:18:5: No rule raises a flag"));
    }

    @Test
    void aScenarioThatComesOutOtherwiseIsPrintedAndCounted() {
        ABookFolder.in(folder).withRules(PERSISTENT + SCENARIO + """
                Scenario: Wrong in two ways
                  Given
                    attendance is 91%
                  Expect
                    flag "Persistent absence"
                    recommend ATT-01
                """);

        Ended test = Ended.after("test", folder);

        assertThat(test.code()).isEqualTo(1);
        assertThat(test.out().lines().filter(line -> !line.contains(": warning: ")))
                .hasSize(2)
                .allMatch(line -> line.contains("\"Wrong in two ways\" expects "));
        assertThat(test.err()).startsWith(folder + ": 1 scenario passed, 1 failed");
    }

    @Test
    void whatMayBeAMistakeIsAWarningAndStrictPeopleStopAtIt() {
        ABookFolder.in(folder)
                .withRules(PERSISTENT.replace("90% or below", "90% or below\n    and attendance is above 95%"));

        assertThat(Ended.after("check", folder))
                .returns(0, Ended::code)
                .satisfies(check -> assertThat(check.out())
                        .contains("attendance.txt:7:9: warning: The rule \"Persistent absence\" can never fire"));
        assertThat(Ended.after("check", "--strict", folder)).returns(1, Ended::code);
    }

    @Test
    void filesAreBroughtIntoTheirOneFormOrNamed() throws IOException {
        ABookFolder.in(folder).withRules(PERSISTENT.replace("\n  Then\n", "\n\n  Then\n"));
        assertThat(Ended.after("format", folder)).returns(0, Ended::code);
        ABookFolder.in(folder).withRules("\n\n" + Files.readString(folder.resolve("topics/attendance.txt")));

        Ended named = Ended.after("format", "--check", folder);
        assertThat(named.code()).isEqualTo(1);
        assertThat(named.out().lines())
                .contains(folder.resolve("topics/attendance.txt").toString());
        assertThat(folder.resolve("topics/attendance.txt")).content().startsWith("\n\n");

        assertThat(Ended.after("format", folder)).returns(0, Ended::code);
        assertThat(folder.resolve("topics/attendance.txt")).content().startsWith("Rule: Persistent absence");
        assertThat(Ended.after("format", "--check", folder)).returns(0, Ended::code);
    }

    @Test
    void engineersReadTheBookAsDrl() {
        ABookFolder.in(folder).withRules(PERSISTENT);

        assertThat(Ended.after("drl", folder))
                .returns(0, Ended::code)
                .satisfies(drl -> assertThat(drl.out()).contains("package signpost.export;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check --nothing DIR", "check", "test DIR DIR", "check DIR/none", "chek DIR", "test \0"})
    void aCommandThatIsNotUnderstoodIsExplained(String words) {
        ABookFolder.in(folder).withRules(PERSISTENT);

        Ended ended =
                Ended.after((Object[]) words.replace("DIR", folder.toString()).split(" ", -1));

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .endsWith("--help\" says what may be written.\n")
                .doesNotContain("Exception", "\tat ", "java.");
    }

    @Test
    void aFileIsNoRuleBook() {
        ABookFolder.in(folder).withRules(PERSISTENT);

        assertThat(Ended.after("check", folder.resolve("topics/attendance.txt")))
                .returns(2, Ended::code)
                .satisfies(ended -> assertThat(ended.err()).contains("is not a folder."));
    }
}
