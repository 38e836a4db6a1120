package signpost.api.commandline;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.engine.rulebook.BookReading;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.scenario.ScenarioReader;
import signpost.engine.text.Problem;
import signpost.engine.text.Problems;

/** Says what is wrong with a rule book: all of it at once. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads a rule book and prints every problem as file:line:column: message.")
final class Check implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder of the rule book")
    private Path folder;

    @Override
    public Integer call() {
        RuleFolder rules = RuleFolder.open(spec, folder);
        BookReading reading = rules.read();
        List<Problem> problems = reading instanceof BookReading.Whole whole
                ? ofScenarios(whole.book())
                : ((BookReading.Broken) reading).problems();
        rules.print(problems, spec.commandLine().getOut());
        spec.commandLine().getErr().println(folder + ": " + summary(reading, problems.size()));
        return problems.isEmpty() ? SignpostCommandLine.GOOD : SignpostCommandLine.PROBLEMS;
    }

    private static List<Problem> ofScenarios(RuleBook book) {
        Problems problems = new Problems();
        new ScenarioReader(book, problems).read();
        return problems.all();
    }

    private static String summary(BookReading reading, int problems) {
        String found = Counted.of(problems, "problem");
        return reading instanceof BookReading.Whole whole
                ? Counted.of(whole.book().rules().size(), "rule") + ", "
                        + Counted.of(whole.book().scenarios().size(), "scenario") + ", " + found + "."
                : found + ".";
    }
}
