package signpost.api.commandline;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import signpost.engine.evaluation.Recommender;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.text.Nearest;

/** Judges the students of a file. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Judges every student of a file and prints a row each: student_id,scores,flags,recommendations,cannot_tell."
                    + " Lists are separated by ;, a score reads RONI=4, or RONI=4..6 where something is not known."
                    + " A flag is named as in its rule, an intervention by its code.",
            "In a CSV an apostrophe stands before whatever a spreadsheet would run, which begins with = + - @ or a tab;"
                    + " with --format json an id or a name is as it was written, and differs by that apostrophe.",
            "What is wrong with the files is printed on the error output; the rows are printed all the same."
        })
final class Evaluate implements Callable<Integer> {

    /** The forms of what is printed. */
    enum Form {
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
            names = "--topic",
            paramLabel = "NAME",
            description = "Runs the rules of this topic alone, and those of other topics whose flags and scores they"
                    + " read; prints only what the topic's own rules say. Rules elsewhere that would rule an"
                    + " intervention out are not asked.")
    private @Nullable String topic;

    @Option(names = "--format", paramLabel = "csv|json", description = "csv when left out")
    private Form format = Form.csv;

    @Mixin
    private StudentOptions students;

    @Mixin
    private OnTopOf beneath;

    @Override
    public Integer call() {
        RuleFolder folder = beneath.open(spec, rules);
        Optional<RuleBook> book = folder.book(spec.commandLine().getErr());
        return book.map(this::judge).orElse(SignpostCommandLine.PROBLEMS);
    }

    private int judge(RuleBook whole) {
        PrintWriter err = spec.commandLine().getErr();
        RuleBook book = topic == null ? whole : only(whole, topic);
        List<Rule> asked = book.rules().stream()
                .filter(rule -> topic == null || rule.topic().equalsIgnoreCase(topic))
                .toList();
        Recommender recommender = new Recommender(book);
        Complaints complaints = new Complaints(err);
        try (StudentOptions.Opened opened = students.open(whole, complaints)) {
            PrintWriter out = spec.commandLine().getOut();
            Verdicts verdicts = format == Form.csv ? new Verdicts.Csv(out) : new Verdicts.Json(out);
            for (List<StudentOnDate> batch = opened.students().next();
                    !batch.isEmpty() && !out.checkError();
                    batch = opened.students().next()) {
                recommender.judge(batch).forEach(judgement -> verdicts.write(Verdict.of(judgement, asked)));
            }
            verdicts.end();
            if (out.checkError()) {
                return complaints.code();
            }
            opened.notes(err);
            err.println(Counted.of(opened.students().read(), "student") + " judged by "
                    + Counted.of(book.rules().size(), "rule") + " as of " + students.on() + ", "
                    + complaints.counted() + " in the files.");
        }
        return complaints.code();
    }

    private RuleBook only(RuleBook book, String name) {
        TreeSet<String> topics = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        book.rules().forEach(rule -> topics.add(rule.topic()));
        if (!topics.contains(name)) {
            throw Misuse.of(
                    spec,
                    "This book has no topic \"" + name + "\". "
                            + Nearest.to(name, topics)
                                    .map(near -> "Did you mean \"" + near + "\"?")
                                    .orElse("Its topics are: " + String.join(", ", topics) + "."));
        }
        return book.only(name);
    }
}
