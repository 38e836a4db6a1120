package signpost.api.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import signpost.api.schools.SchoolsCommandLine;

/** What is said to somebody whose command cannot be done: what is wrong and where to read on, never a stack trace. */
final class Misuse {

    private Misuse() {}

    /** The end of a command that names something it cannot work with. */
    static ParameterException of(CommandSpec command, String message) {
        return new ParameterException(command.commandLine(), message);
    }

    /** A command that was not understood. */
    static int explain(ParameterException misuse, String[] arguments) {
        CommandLine command = misuse.getCommandLine();
        command.getErr().println(misuse.getMessage());
        UnmatchedArgumentException.printSuggestions(misuse, command.getErr());
        command.getErr()
                .println("\"" + command.getCommandSpec().qualifiedName() + " --help\" says what may be written.");
        return SignpostCommandLine.MISUSE;
    }

    /** A command that was understood and failed. */
    static int explain(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof UncheckedIOException unreadable) {
            command.getErr().println("This cannot be read: " + reason(unreadable) + ".");
            return SignpostCommandLine.MISUSE;
        }
        command.getErr().println(SchoolsCommandLine.reason(failure));
        return SignpostCommandLine.PROBLEMS;
    }

    /** Why a file or a folder could not be read: Java names the kind of exception or nothing but the file. */
    static String reason(UncheckedIOException unreadable) {
        IOException why = unreadable.getCause();
        if (why instanceof AccessDeniedException denied) {
            return "you may not read \"" + denied.getFile() + "\"";
        }
        if (why instanceof NoSuchFileException gone) {
            return "there is no \"" + gone.getFile() + "\" any more";
        }
        return why == null || why.getMessage() == null ? "no reason is given" : why.getMessage();
    }
}
