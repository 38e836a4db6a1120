package signpost.api.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import signpost.engine.backtest.Backtest;
import signpost.engine.backtest.BacktestWords;
import signpost.engine.backtest.Minimum;
import signpost.engine.backtest.Outcome;
import signpost.engine.backtest.OutcomeReader;
import signpost.engine.evaluation.Recommender;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.text.Problems;

/** Holds a rule book against what became of the students of a file. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Holds a rule book against what became of students: for each flag and each rule how many it flags, how many of"
                    + " those left or were never placed, how many such it missed, and where the true shares lie, 19 times in"
                    + " 20 (Wilson's interval).",
            "A count below the minimum is not printed and no share of it is claimed."
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
            description = "What became of them, one row each, with the columns student_id and outcome: sustained, not"
                    + " sustained, never placed or not known, or the words of the destination measures. Students"
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
        Map<String, Outcome> became = outcomes(complaints);
        try (StudentOptions.Opened opened = students.open(book, complaints)) {
            Backtest backtest = Backtest.of(new Recommender(book), () -> withOutcome(opened, became), became);
            print(backtest);
            if (spec.commandLine().getOut().checkError()) {
                return complaints.code();
            }
            opened.notes(err);
            err.println(Counted.of(backtest.everybody().students(), "student") + " of "
                    + Counted.of(opened.students().read(), "student") + " with an outcome, judged as of "
                    + students.on()
                    + ", " + complaints.counted() + " in the files.");
        }
        return complaints.code();
    }

    private void print(Backtest backtest) {
        PrintWriter out = spec.commandLine().getOut();
        Minimum least = new Minimum(minimum);
        switch (format) {
            case text -> new BacktestWords(least).of(backtest).forEach(out::println);
            case csv -> new Tallies(least).csv(backtest, out);
            case json -> new Tallies(least).json(backtest, out);
        }
    }

    private Map<String, Outcome> outcomes(Complaints complaints) {
        Problems problems = new Problems();
        try {
            Map<String, Outcome> read =
                    new OutcomeReader(problems).read(outcomes.toString(), Files.readString(outcomes));
            problems.all().forEach(complaints);
            return read;
        } catch (CharacterCodingException older) {
            throw Misuse.of(
                    spec, "\"" + outcomes + "\" is not UTF-8 text: save it as \"CSV UTF-8 (comma delimited)\".");
        } catch (IOException unreadable) {
            throw Misuse.of(
                    spec,
                    Files.exists(outcomes)
                            ? "\"" + outcomes + "\" cannot be read."
                            : "There is no file \"" + outcomes + "\".");
        }
    }

    /** Batch by batch, so that the number of students does not matter. */
    private static Iterator<StudentOnDate> withOutcome(StudentOptions.Opened opened, Map<String, Outcome> became) {
        return Stream.generate(opened.students()::next)
                .takeWhile(batch -> !batch.isEmpty())
                .flatMap(List::stream)
                .filter(student -> became.containsKey(student.profile().studentId()))
                .iterator();
    }
}
