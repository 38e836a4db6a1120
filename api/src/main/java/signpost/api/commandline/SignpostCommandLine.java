package signpost.api.commandline;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;
import signpost.api.schools.SchoolsCommandLine;
import signpost.engine.vocabulary.Dates;

/**
 * Every command of Signpost. Those about rule books start no Spring, no server and no database, so that they are done while
 * somebody waits at the keyboard.
 */
public final class SignpostCommandLine {

    /** What these arguments ask for was done, and there is nothing to complain of. */
    static final int GOOD = 0;

    /** It was done and problems were found. */
    static final int PROBLEMS = 1;

    /** The command was not understood, what it names cannot be read, or its output cannot be written. */
    static final int MISUSE = 2;

    private static final Set<String> OWN =
            Set.of("check", "test", "format", "evaluate", "explain", "compare", "backtest", "drl");

    private SignpostCommandLine() {}

    /** Whether these arguments are for the command line, rather than options of the server. */
    public static boolean knows(String... arguments) {
        // A mistyped command is answered with help: it must not start a server, and nor must one that follows settings.
        return Arrays.stream(arguments)
                .anyMatch(word ->
                        !word.startsWith("--") || Set.of("--help", "--version").contains(word));
    }

    /**
     * Runs one command and tells how it ended.
     *
     * @return 0 good, 1 problems found, 2 not understood, or what is named cannot be read, or the output not written
     */
    public static int run(String... arguments) {
        // Libraries would log on the standard output, where what was asked for is printed.
        if (isOwn(arguments)) {
            System.setProperty("slf4j.internal.verbosity", "WARN");
            System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        }
        return run(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), arguments);
    }

    static int run(OutputStream out, OutputStream err, String... arguments) {
        Written output = new Written(out);
        PrintWriter said = new Written(err).writer();
        int code = run(output.writer(), said, arguments);
        Optional<String> lost = output.lost();
        lost.ifPresent(why -> said.println("The output could not be written: " + why + "."));
        said.flush();
        return lost.isPresent() ? MISUSE : code;
    }

    private static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine root = new CommandLine(new Root())
                .addSubcommand(new Check())
                .addSubcommand(new Try())
                .addSubcommand(new Format())
                .addSubcommand(new Evaluate())
                .addSubcommand(new Explain())
                .addSubcommand(new Compare())
                .addSubcommand(new LookBack())
                .addSubcommand(new Export());
        // Whoever checks rules does not wait for what schools need.
        String[] words = isOwn(arguments) ? arguments : those(arguments, word -> !isSetting(word));
        if (!isOwn(arguments)) {
            SchoolsCommandLine.addTo(root, those(arguments, SignpostCommandLine::isSetting));
        }
        root.registerConverter(Path.class, SignpostCommandLine::path);
        root.registerConverter(LocalDate.class, SignpostCommandLine::day);
        root.setParameterExceptionHandler(Misuse::explain);
        root.setExecutionExceptionHandler(Misuse::explain);
        root.setOut(out);
        root.setErr(err);
        int code = root.execute(words);
        out.flush();
        return code;
    }

    private static boolean isOwn(String... arguments) {
        return arguments.length > 0 && OWN.contains(arguments[0]);
    }

    /** Whether this is a setting of the program, such as --signpost.database.dir=...: no option of a command has a dot. */
    private static boolean isSetting(String word) {
        return word.matches("--[A-Za-z][^=]*\\.[^=]*=.*");
    }

    private static String[] those(String[] arguments, Predicate<String> which) {
        return Arrays.stream(arguments).filter(which).toArray(String[]::new);
    }

    private static Path path(String written) {
        try {
            return Path.of(written);
        } catch (InvalidPathException impossible) {
            throw new TypeConversionException("\"" + written + "\" cannot be the name of a file or folder here");
        }
    }

    private static LocalDate day(String written) {
        return Dates.read(written)
                .orElseThrow(() -> new TypeConversionException("\"" + written + "\" is not a date such as 2026-09-01"));
    }
}
