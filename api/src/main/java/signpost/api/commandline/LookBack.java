package signpost.api.commandline;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import signpost.engine.backtest.Backtest;
import signpost.engine.backtest.BacktestWords;
import signpost.engine.backtest.Count;
import signpost.engine.backtest.Disclosure;
import signpost.engine.backtest.Minimum;
import signpost.engine.cohort.Outcomes;
import signpost.engine.cohort.StudentFile;
import signpost.engine.evaluation.Recommender;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.RuleBook;

/** Holds a rule book against what became of the students of a file. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Holds a rule book against what became of students: for each flag and each rule how many it flags, how many of"
                    + " those left or were never placed, how many such it missed, and where the true shares lie, 19 times in"
                    + " 20 (Wilson's interval).",
            "A count from 1 to below the minimum is not told, no share of it is claimed, and no other number is told from"
                    + " which it could be worked out. In CSV and JSON such a number reads hidden; a share of nobody is blank"
                    + " in CSV and null in JSON.",
            "In a CSV an apostrophe stands before a name that a spreadsheet would run, so that it differs from the same"
                    + " name in JSON by that apostrophe."
        })
final class LookBack implements Callable<Integer> {

    /** The forms of what is printed. */
    enum Form {
        text,
        csv,
        json
    }

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rules",
            required = true,
            paramLabel = "DIR",
            description = "The folder of the rule book, or a zip of it")
    private Path rules;

    @Option(
            names = "--outcomes",
            required = true,
            paramLabel = "FILE.csv",
            description =
                    "What became of them, one row each, with the columns student_id (or upn) and outcome: sustained,"
                            + " not sustained, never placed or not known, or the words of the destination measures. Students"
                            + " without a row are left out.")
    private Path outcomes;

    @Option(names = "--minimum", paramLabel = "COUNT", description = "10 when left out.")
    private int minimum = Minimum.USUAL.least();

    @Option(names = "--format", paramLabel = "csv|json|text", description = "text when left out")
    private Form format = Form.text;

    @Mixin
    private StudentOptions students;

    @Mixin
    private OnTopOf beneath;

    @Override
    public Integer call() {
        if (minimum < 1) {
            throw Misuse.of(spec, "--minimum is at least 1: nothing can be said of nobody.");
        }
        Optional<RuleBook> book =
                beneath.open(spec, rules).book(spec.commandLine().getErr());
        return book.map(this::lookBack).orElse(SignpostCommandLine.PROBLEMS);
    }

    private int lookBack(RuleBook book) {
        PrintWriter err = spec.commandLine().getErr();
        Complaints complaints = new Complaints(err);
        Outcomes became = Outcomes.read(outcomes, complaints);
        try (StudentOptions.Opened opened = students.open(book, complaints)) {
            StudentFile file = opened.students();
            Backtest backtest = Backtest.of(
                    new Recommender(book),
                    withOutcome(file, became),
                    student -> became.of(file.ids(student)).orElseThrow());
            if (backtest.everybody().known() == 0) {
                throw Misuse.of(
                        spec, "\"" + outcomes + "\" has no outcome of any student of \"" + students.file() + "\".");
            }
            print(backtest);
            if (spec.commandLine().getOut().checkError()) {
                return complaints.code();
            }
            opened.notes(err);
            StudentOptions.unread("outcomes", became.unusedColumns(), err);
            StudentOptions.strangers("outcomes", became.strangers(), err);
            err.println(withOutcome(backtest) + " with an outcome, judged as of " + students.on() + ", "
                    + complaints.counted() + " in the files.");
        }
        return complaints.code();
    }

    private void print(Backtest backtest) {
        PrintWriter out = spec.commandLine().getOut();
        Minimum least = new Minimum(minimum);
        switch (format) {
            case text -> new BacktestWords(least).of(backtest).forEach(out::println);
            case csv -> new Tallies(least, backtest).csv(out);
            case json -> new Tallies(least, backtest).json(out);
        }
    }

    /** Nothing is said here that is hidden there. */
    private String withOutcome(Backtest backtest) {
        OptionalInt known =
                new Disclosure(new Minimum(minimum), backtest).everybody().count(Count.OUTCOME_KNOWN);
        return known.isPresent() ? Counted.of(known.getAsInt(), "student") : "Fewer than " + minimum + " students";
    }

    /** Batch by batch, so that the number of students does not matter. */
    private static Iterator<StudentOnDate> withOutcome(StudentFile students, Outcomes became) {
        return Stream.generate(students::next)
                .takeWhile(batch -> !batch.isEmpty())
                .flatMap(List::stream)
                .filter(student -> became.of(students.ids(student)).isPresent())
                .iterator();
    }
}
