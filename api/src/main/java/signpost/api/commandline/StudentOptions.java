package signpost.api.commandline;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import signpost.engine.catalogue.Intervention;
import signpost.engine.cohort.Histories;
import signpost.engine.cohort.Interviews;
import signpost.engine.cohort.StudentFile;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Consequence;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;
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

    @Option(
            names = "--history",
            paramLabel = "FILE.csv",
            description = {
                "What earlier days left behind, one row each, with the columns student_id (or upn), kind, name, value and"
                        + " date. The kinds:",
                "flagged last term: the name is the flag's. value N says that it was not raised.",
                "offered, delivered, did not attend, overridden for good: the name is an intervention's code, date the"
                        + " day it happened.",
                "value last term: the name is an attribute's, value what it was when last term ended.",
                "The name \"none\" says that there was nothing of a kind, as far as it is recorded. Of whom, or of what"
                        + " kind, the file says nothing, nothing is known; without a file, nothing of anybody."
            })
    private @Nullable Path history;

    @Option(names = "--on", paramLabel = "DATE", description = "The day judged; today when left out.")
    private LocalDate on = LocalDate.now(ENGLAND);

    LocalDate on() {
        return on;
    }

    Path file() {
        return students;
    }

    /** Opens the file of students, with what they said and what earlier days left as far as files of those are given. */
    Opened open(RuleBook book, Complaints complaints) {
        Vocabulary vocabulary = book.vocabulary();
        Interviews said =
                interviews == null ? Interviews.none() : Interviews.read(interviews, vocabulary, on, complaints);
        Histories kept = history == null ? Histories.none() : Histories.read(history, names(book), on, complaints);
        return new Opened(book, said, kept, new StudentFile(students, vocabulary, on, said, kept, complaints));
    }

    private static Histories.Names names(RuleBook book) {
        return new Histories.Names(
                book.vocabulary(),
                book.rules().stream()
                        .flatMap(Rule::flags)
                        .map(Consequence.RaiseFlag::flag)
                        .collect(Collectors.toSet()),
                book.catalogue().interventions().stream()
                        .map(Intervention::code)
                        .collect(Collectors.toSet()));
    }

    /** How many students of a file are not judged, if any. */
    static void strangers(String file, int strangers, PrintWriter err) {
        if (strangers > 0) {
            err.println(
                    Counted.of(strangers, "student") + " of the file of " + file + ": not in the file of students.");
        }
    }

    /** Headers that nothing reads, if any. */
    static void unread(String file, List<String> columns, PrintWriter err) {
        if (!columns.isEmpty()) {
            err.println("Columns of the file of " + file + " that the vocabulary does not know: "
                    + Complaints.shown(String.join(", ", columns)) + ".");
        }
    }

    /** All files. */
    record Opened(RuleBook book, Interviews interviews, Histories histories, StudentFile students)
            implements AutoCloseable {

        /** What a reader should know though it is no problem. */
        void notes(PrintWriter err) {
            unread("students", students.unusedColumns(), err);
            unread("interviews", interviews.unusedColumns(), err);
            unread("history", histories.unusedColumns(), err);
            strangers("interviews", interviews.strangers(), err);
            strangers("history", histories.strangers(), err);
            unheard(err);
        }

        /** What rules read and no student has: a whole export may be missing, and nothing else would tell. */
        private void unheard(PrintWriter err) {
            Set<String> missing = new TreeSet<>();
            Set<String> waiting = new HashSet<>();
            for (Rule rule : book.rules()) {
                rule.allConditions()
                        .filter(Condition.OfAttribute.class::isInstance)
                        .map(condition -> ((Condition.OfAttribute) condition).attribute())
                        .filter(attribute -> attribute.workedOut().isEmpty()
                                && !students.known().contains(attribute.key()))
                        .forEach(attribute -> {
                            missing.add(attribute.called());
                            waiting.add(rule.name());
                        });
            }
            if (students.read() > 0 && !missing.isEmpty()) {
                err.println("Known of none of these students: " + String.join(", ", missing) + ". "
                        + Counted.of(waiting.size(), "rule") + " of "
                        + book.rules().size()
                        + (waiting.size() == 1 ? " reads it." : " read them."));
            }
        }

        @Override
        public void close() {
            students.close();
        }
    }
}
