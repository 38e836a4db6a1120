package signpost.api.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.commandline.ABookFolder.PERSISTENT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.api.Signpost;

/** The program as a terminal runs it whose language is set to nothing: what it prints, and what it ends with. */
class AnotherProcessTest {

    private static final String NAME = "Zoë–£";

    @TempDir
    private Path folder;

    @Test
    void whateverTheTerminalIsSetToFilesAndOutputAreUtf8() throws Exception {
        var book = folder.resolve("book");
        ABookFolder.in(book).withRules(PERSISTENT.replace("\"Persistent absence\"", "\"" + NAME + "\""));
        var students =
                Files.writeString(folder.resolve("students.csv"), "student_id,attendance_pct\n" + NAME + ",84\n");
        var broken = folder.resolve("broken");
        ABookFolder.in(broken).withRules(PERSISTENT.replace("attendance is 90%", "Zoë £ is 90%"));

        // All at once: most of the time goes into starting.
        var good = started(
                "evaluate", "--rules", book.toString(), "--students", students.toString(), "--on", "2026-11-16");
        var problems = started("check", broken.toString());
        var misuse = started("test", folder.resolve("nowhere").toString());

        assertThat(good.end())
                .isEqualTo(new Ended(
                        0,
                        "student_id,scores,flags,recommendations,cannot_tell\n" + NAME + ",RONI=2," + NAME
                                + ",ATT-01,\n",
                        "1 student judged by 1 rule as of 2026-11-16, no problems in the files.\n"));
        assertThat(problems.end())
                .returns(1, Ended::code)
                .satisfies(ended -> assertThat(ended.out()).contains("attendance.txt:6:5: ", "Zoë £ is 90% or below"));
        assertThat(misuse.end())
                .returns(2, Ended::code)
                .returns("", Ended::out)
                .satisfies(ended -> assertThat(ended.err()).contains("There is no folder"));
        assertThat(List.of(good, problems, misuse)).allSatisfy(Started::neitherSpringNorDatabase);
    }

    private Started started(String... arguments) throws IOException {
        Path home = Files.createDirectory(folder.resolve("process-" + arguments[0]));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:disable",
                "-Xlog:class+load:file=" + home.resolve("classes.log"),
                "-cp",
                System.getProperty("java.class.path"),
                Signpost.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile());
        process.environment().remove("LC_CTYPE");
        process.environment().put("LC_ALL", "C");
        return new Started(process.start(), home);
    }

    /** A program that runs, and the folder its output goes to. */
    private record Started(Process process, Path home) {

        Ended end() throws Exception {
            try {
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ended").isTrue();
            } finally {
                process.destroyForcibly();
            }
            return new Ended(process.exitValue(), read("out"), read("err"));
        }

        void neitherSpringNorDatabase() throws IOException {
            assertThat(read("classes.log")).contains(SignpostCommandLine.class.getName());
            assertThat(read("classes.log").lines())
                    .noneMatch(line -> line.matches(
                            ".*\\] (org\\.springframework|org\\.postgresql|com\\.zaxxer|io\\.zonky)\\..*"));
        }

        private String read(String file) throws IOException {
            return Files.readString(home.resolve(file), StandardCharsets.UTF_8);
        }
    }
}
