package signpost.api.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.engine.format.FormattedBook;
import signpost.engine.format.Formatter;

/** Writes the files of a rule book in their one form. */
@Command(
        name = "format",
        mixinStandardHelpOptions = true,
        description =
                "Writes rules, scenarios and vocabulary in their one form and names the files it changed. Comments are"
                        + " kept; what cannot be read is left as it is and is a problem.")
final class Format implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--check", description = "Changes nothing; ends with 1 when a file is not in that form.")
    private boolean check;

    @Parameters(paramLabel = "DIR", description = "The folder of the rule book")
    private Path folder;

    @Override
    public Integer call() {
        if (Files.isRegularFile(folder)) {
            throw Misuse.of(spec, "\"" + folder + "\" is not a folder. Formatting writes files: unpack it first.");
        }
        RuleFolder rules = RuleFolder.open(spec, folder);
        FormattedBook formatted = Formatter.format(rules.files());
        PrintWriter out = spec.commandLine().getOut();
        rules.print(formatted.problems(), out);
        for (String path : formatted.changed()) {
            if (!check) {
                write(folder.resolve(path), formatted.files().bytes(path));
            }
            out.println(folder.resolve(path));
        }
        spec.commandLine()
                .getErr()
                .println(folder + ": " + Counted.of(formatted.changed().size(), "file")
                        + (check ? " not in form, " : " changed, ")
                        + Counted.of(formatted.problems().size(), "problem") + ".");
        boolean good =
                formatted.problems().isEmpty() && (!check || formatted.changed().isEmpty());
        return good ? SignpostCommandLine.GOOD : SignpostCommandLine.PROBLEMS;
    }

    /** Whole or not at all: nobody's rules are half written when the disk is full. */
    private void write(Path file, byte[] bytes) {
        Path whole = file.resolveSibling("." + file.getFileName() + ".formatted");
        try {
            Files.write(whole, bytes);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw Misuse.of(spec, "\"" + file + "\" cannot be written: " + failed.getMessage());
        }
    }
}
