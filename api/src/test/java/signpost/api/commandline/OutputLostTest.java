package signpost.api.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.commandline.ABookFolder.PERSISTENT;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command says when the disk is full that its output goes to, and when nobody reads on. */
class OutputLostTest {

    private static final int MANY = 2_000;

    @TempDir
    private Path folder;

    private List<Object[]> commands;

    @BeforeEach
    void aBookAndStudents() throws IOException {
        Path book = folder.resolve("book");
        ABookFolder.in(book).withRules(PERSISTENT);
        var rows = new StringBuilder("student_id,attendance_pct\n");
        var became = new StringBuilder("student_id,outcome\n");
        for (int at = 0; at < MANY; at++) {
            rows.append('S').append(at).append(",84\n");
            became.append('S').append(at).append(",sustained\n");
        }
        Path students = Files.writeString(folder.resolve("students.csv"), rows);
        Path outcomes = Files.writeString(folder.resolve("outcomes.csv"), became);
        commands = List.of(
                new Object[] {"evaluate", "--rules", book, "--students", students},
                new Object[] {"evaluate", "--format", "json", "--rules", book, "--students", students},
                new Object[] {"explain", "--rules", book, "--students", students, "--student", "S1"},
                new Object[] {"compare", "--before", book, "--after", book, "--students", students},
                new Object[] {"backtest", "--rules", book, "--students", students, "--outcomes", outcomes},
                new Object[] {
                    "backtest", "--format", "json", "--rules", book, "--students", students, "--outcomes", outcomes
                },
                new Object[] {"check", "--origins", book},
                new Object[] {"test", book},
                new Object[] {"drl", book},
                new Object[] {"--help"});
    }

    @Test
    void whatCouldNotBeWrittenIsNeverSaidToBeDone() {
        for (Object[] command : commands) {
            Ended ended = Ended.writing(new Refusing("No space left on device"), command);

            assertThat(ended.code()).as("%s", command).isEqualTo(2);
            assertThat(ended.err())
                    .as("%s", command)
                    .endsWith("The output could not be written: No space left on device.\n")
                    .doesNotContain("judged by", "with an outcome", "Exception");
        }
    }

    @Test
    void whoClosesThePipeHasSeenEnough() {
        for (Object[] command : commands) {
            Ended ended = Ended.writing(new Refusing("Broken pipe"), command);

            assertThat(ended.code())
                    .as("%s", command)
                    .isEqualTo(Ended.after(command).code());
            assertThat(ended.err()).as("%s", command).doesNotContain("written", "judged by", "Exception");
        }
    }

    /** As a device that is full, or a pipe whose other end is closed. */
    private static final class Refusing extends OutputStream {

        private final String why;

        private Refusing(String why) {
            this.why = why;
        }

        @Override
        public void write(int one) throws IOException {
            throw new IOException(why);
        }
    }
}
