package signpost.api.commandline;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookReader;
import signpost.engine.rulebook.BookReading;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.text.Problem;

/**
 * A rule book as it lies on the disk. The only place where commands read one.
 *
 * @param path as it was typed
 */
record RuleFolder(Path path, BookFiles files) {

    /** Reads its files; a folder that is not there or cannot be read is misuse. */
    static RuleFolder open(CommandSpec command, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw Misuse.of(
                    command,
                    Files.exists(folder)
                            ? "\"" + folder + "\" is not a folder. A rule book is a folder of files."
                            : "There is no folder \"" + folder + "\".");
        }
        try {
            return new RuleFolder(folder, BookFiles.ofFolder(folder));
        } catch (UncheckedIOException unreadable) {
            throw Misuse.of(command, "The folder \"" + folder + "\" cannot be read: " + unreadable.getMessage());
        }
    }

    BookReading read() {
        return BookReader.read(files);
    }

    /** The book; nothing when it has problems, which are printed then. */
    Optional<RuleBook> book(PrintWriter err) {
        BookReading reading = read();
        if (reading instanceof BookReading.Broken broken) {
            print(broken.problems(), err);
            err.println(path + ": " + Counted.of(broken.problems().size(), "problem") + "; nothing was done.");
            return Optional.empty();
        }
        return Optional.of(((BookReading.Whole) reading).book());
    }

    /** Prints problems where an editor or a person finds them from the folder the command was typed in. */
    void print(Collection<Problem> problems, PrintWriter out) {
        problems.forEach(problem -> out.println(at(problem)));
    }

    /** Prints what is worth a look though the book reads. */
    void warn(Collection<Problem> doubts, PrintWriter out) {
        doubts.forEach(
                doubt -> out.println(at(Problem.at(doubt.place(), "warning: " + doubt.message(), doubt.advice()))));
    }

    private String at(Problem problem) {
        return path.resolve(problem.place().file())
                + problem.toString().substring(problem.place().file().length());
    }
}
