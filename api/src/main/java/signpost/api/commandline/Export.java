package signpost.api.commandline;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.engine.drl.Drl;
import signpost.engine.rulebook.RuleBook;

/** Shows a rule book to engineers. */
@Command(
        name = "drl",
        mixinStandardHelpOptions = true,
        description = "Prints a rule book as Drools' own language, for engineers to read. It is never read back.")
final class Export implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder of the rule book, or a zip of it")
    private Path folder;

    @Mixin
    private OnTopOf beneath;

    @Override
    public Integer call() {
        Optional<RuleBook> book =
                beneath.open(spec, folder).book(spec.commandLine().getErr());
        book.ifPresent(
                whole -> spec.commandLine().getOut().println(Drl.of(whole).stripTrailing()));
        return book.isPresent() ? SignpostCommandLine.GOOD : SignpostCommandLine.PROBLEMS;
    }
}
