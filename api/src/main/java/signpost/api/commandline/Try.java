package signpost.api.commandline;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.engine.coverage.Coverage;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.BookReading;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.scenario.ScenarioRun;
import signpost.engine.scenario.Tried;
import signpost.engine.text.Problem;
import signpost.engine.text.Problems;

/** Runs the scenarios of a rule book. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs the scenarios of a rule book and prints whatever came out otherwise than expected."
                + " What no scenario shows of a rule is printed as a warning.")
final class Try implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--strict", description = "What no scenario shows counts as a problem.")
    private boolean strict;

    @Parameters(paramLabel = "DIR", description = "The folder of the rule book, or a zip of it")
    private Path folder;

    @Mixin
    private OnTopOf beneath;

    @Override
    public Integer call() {
        RuleFolder rules = beneath.open(spec, folder);
        int worst = SignpostCommandLine.GOOD;
        for (RuleFolder tried : rules.tried()) {
            worst = Math.max(worst, run(tried));
        }
        return worst;
    }

    private int run(RuleFolder rules) {
        BookReading reading = rules.read();
        if (reading instanceof BookReading.Whole whole) {
            return run(rules, whole.book());
        }
        BookReading.Broken broken = (BookReading.Broken) reading;
        rules.print(broken.problems(), spec.commandLine().getOut());
        say(rules, Counted.of(broken.problems().size(), "problem") + "; no scenario was run.");
        return SignpostCommandLine.PROBLEMS;
    }

    private int run(RuleFolder rules, RuleBook book) {
        Problems problems = new Problems();
        Recommender recommender = new Recommender(book);
        List<Tried> tried = ScenarioRun.each(recommender, problems);
        tried.forEach(one -> problems.addAll(one.problems()));
        List<Problem> gaps = Coverage.of(recommender).problems();
        rules.print(problems.all(), spec.commandLine().getOut());
        rules.warn(gaps, spec.commandLine().getOut());
        long passed = tried.stream().filter(Tried::passed).count();
        long waiting = tried.stream().filter(Tried::waits).count();
        say(
                rules,
                Counted.of(passed, "scenario") + " passed, "
                        + (book.scenarios().size() - passed - waiting) + " failed"
                        + (waiting == 0
                                ? ""
                                : ", " + waiting + (waiting == 1 ? " waits" : " wait")
                                        + " for rules that are switched off")
                        + (gaps.isEmpty()
                                ? "."
                                : "; " + Counted.of(gaps.size(), "thing") + " that no scenario shows."));
        return problems.isEmpty() && (gaps.isEmpty() || !strict)
                ? SignpostCommandLine.GOOD
                : SignpostCommandLine.PROBLEMS;
    }

    private void say(RuleFolder rules, String summary) {
        spec.commandLine().getErr().println(rules.path() + rules.part() + ": " + summary);
    }
}
