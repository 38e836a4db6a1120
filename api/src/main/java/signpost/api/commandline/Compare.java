package signpost.api.commandline;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import signpost.engine.evaluation.Difference;
import signpost.engine.evaluation.Differences;
import signpost.engine.evaluation.Judgement;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.RuleBook;

/** Says what another rule book would change for the students of a file. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description =
                "Judges the students of a file by two rule books, each with its own vocabulary, and prints who gains and"
                        + " who loses what: a line for each student who does, then the sum and each rule's part.")
final class Compare implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--before", required = true, paramLabel = "DIR", description = "The folder of the first rule book")
    private Path before;

    @Option(names = "--after", required = true, paramLabel = "DIR", description = "The folder of the second rule book")
    private Path after;

    @Option(
            names = "--before-on-top-of",
            paramLabel = "DIR",
            description = "The trust's rule book on top of which the first one's additions lie")
    private @Nullable Path beforeBeneath;

    @Option(
            names = "--after-on-top-of",
            paramLabel = "DIR",
            description = "The trust's rule book on top of which the second one's additions lie")
    private @Nullable Path afterBeneath;

    @Mixin
    private StudentOptions students;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Optional<RuleBook> first = open(before, beforeBeneath).book(err);
        Optional<RuleBook> second = open(after, afterBeneath).book(err);
        return first.isPresent() && second.isPresent()
                ? compare(first.get(), second.get())
                : SignpostCommandLine.PROBLEMS;
    }

    private RuleFolder open(Path folder, @Nullable Path trust) {
        return trust == null ? RuleFolder.open(spec, folder) : RuleFolder.open(spec, folder, trust);
    }

    private int compare(RuleBook first, RuleBook second) {
        PrintWriter out = spec.commandLine().getOut();
        Recommender old = new Recommender(first);
        Recommender fresh = new Recommender(second);
        Complaints complaints = new Complaints(spec.commandLine().getErr());
        Differences differences = new Differences();
        // What is wrong with a row is told once, in the words of the second book.
        Complaints silent = new Complaints(new PrintWriter(PrintWriter.nullWriter()));
        try (StudentOptions.Opened was = students.open(first, silent);
                StudentOptions.Opened is = students.open(second, complaints)) {
            List<Judgement> earlier = old.judge(was.students().next());
            List<Judgement> later = fresh.judge(is.students().next());
            while (!earlier.isEmpty() && earlier.size() == later.size()) {
                for (int at = 0; at < later.size(); at++) {
                    Difference difference = Difference.between(earlier.get(at), later.get(at));
                    differences.add(difference);
                    Impact.line(difference).ifPresent(out::println);
                }
                earlier = old.judge(was.students().next());
                later = fresh.judge(is.students().next());
            }
            is.notes(spec.commandLine().getErr());
        }
        Impact.sum(differences).forEach(out::println);
        return complaints.code();
    }
}
