package signpost.api.commandline;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.engine.analysis.Analysis;
import signpost.engine.analysis.Finding;
import signpost.engine.analysis.FindingKind;
import signpost.engine.rulebook.BookReading;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.scenario.ScenarioReader;
import signpost.engine.text.Problem;
import signpost.engine.text.Problems;

/** Says what is wrong with a rule book: all of it at once. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Reads a rule book and prints every problem as file:line:column: message. What reads well and may yet be"
                        + " a mistake, such as a rule that can never fire, is printed as a warning.")
final class Check implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder of the rule book, or a zip of it")
    private Path folder;

    @Option(names = "--strict", description = "Warnings count as problems.")
    private boolean strict;

    @Option(names = "--origins", description = "Prints of each rule whether it is the trust's or the school's.")
    private boolean origins;

    @Option(names = "--on", paramLabel = "DATE", description = "The day the book is looked at; today when left out.")
    private LocalDate on = LocalDate.now(StudentOptions.ENGLAND);

    @Mixin
    private OnTopOf beneath;

    @Override
    public Integer call() {
        RuleFolder rules = beneath.open(spec, folder);
        BookReading reading = rules.read();
        Optional<RuleBook> book =
                reading instanceof BookReading.Whole whole ? Optional.of(whole.book()) : Optional.empty();
        List<Problem> problems =
                reading instanceof BookReading.Broken broken ? broken.problems() : ofScenarios(book.orElseThrow());
        List<Problem> warnings = book.map(this::warnings).orElse(List.of());
        rules.print(problems, spec.commandLine().getOut());
        rules.warn(warnings, spec.commandLine().getOut());
        if (origins) {
            book.map(Origins::lines)
                    .orElse(List.of())
                    .forEach(spec.commandLine().getOut()::println);
        }
        spec.commandLine()
                .getErr()
                .println(folder + ": "
                        + book.map(whole -> Counted.of(whole.rules().size(), "rule") + ", "
                                        + Counted.of(whole.scenarios().size(), "scenario") + ", ")
                                .orElse("")
                        + Counted.of(problems.size(), "problem")
                        + (warnings.isEmpty() ? "" : ", " + Counted.of(warnings.size(), "warning")) + ".");
        return problems.isEmpty() && (warnings.isEmpty() || !strict)
                ? SignpostCommandLine.GOOD
                : SignpostCommandLine.PROBLEMS;
    }

    private List<Problem> warnings(RuleBook book) {
        return Analysis.of(book, on).findings().stream()
                .filter(finding -> finding.kind().weight() != FindingKind.Weight.INFORMATION)
                .map(Finding::problem)
                .sorted()
                .toList();
    }

    private static List<Problem> ofScenarios(RuleBook book) {
        Problems problems = new Problems();
        new ScenarioReader(book, problems).read();
        return problems.all();
    }
}
