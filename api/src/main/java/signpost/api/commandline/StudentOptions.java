package signpost.api.commandline;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import signpost.engine.cohort.Interviews;
import signpost.engine.cohort.StudentFile;
import signpost.engine.vocabulary.Vocabulary;

/** The options that say which students are judged, and on which day. */
final class StudentOptions {

    /** Whose today it is. */
    static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    @Option(
            names = "--students",
            required = true,
            paramLabel = "FILE.csv",
            description = "The students, one row each. A cell that cannot be read counts as not known.")
    private Path students;

    @Option(
            names = "--interviews",
            paramLabel = "FILE.csv",
            description = "What they said, one row an interview, with a date. The latest counts.")
    private @Nullable Path interviews;

    @Option(names = "--on", paramLabel = "DATE", description = "The day judged; today when left out.")
    private LocalDate on = LocalDate.now(ENGLAND);

    LocalDate on() {
        return on;
    }

    Path file() {
        return students;
    }

    /** Opens the file of students, with what they said as far as a file of interviews is given. */
    Opened open(Vocabulary vocabulary, Complaints complaints) {
        Interviews said =
                interviews == null ? Interviews.none() : Interviews.read(interviews, vocabulary, on, complaints);
        return new Opened(said, new StudentFile(students, vocabulary, on, said, complaints));
    }

    /** Both files. */
    record Opened(Interviews interviews, StudentFile students) implements AutoCloseable {

        /** What a reader should know though it is no problem. */
        void notes(PrintWriter err) {
            unread("students", students.unusedColumns(), err);
            unread("interviews", interviews.unusedColumns(), err);
            if (interviews.strangers() > 0) {
                err.println(Counted.of(interviews.strangers(), "student")
                        + " of the file of interviews: not in the file of students.");
            }
        }

        private static void unread(String file, List<String> columns, PrintWriter err) {
            if (!columns.isEmpty()) {
                err.println("Columns of the file of " + file + " that the vocabulary does not know: "
                        + String.join(", ", columns) + ".");
            }
        }

        @Override
        public void close() {
            students.close();
        }
    }
}
