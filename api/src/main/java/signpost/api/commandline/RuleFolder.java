package signpost.api.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookReading;
import signpost.engine.rulebook.BookZip;
import signpost.engine.rulebook.Layer;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.rulebook.ZipReading;
import signpost.engine.scenario.CheckedBook;
import signpost.engine.text.Problem;

/**
 * A rule book as it lies on the disk. The only place where commands read one.
 *
 * @param path as it was typed
 * @param layers the folders of a trust and its school by what their paths begin with; empty where one folder is the book
 */
record RuleFolder(Path path, Map<Layer, Path> layers, BookFiles files) {

    /** Reads its files; a folder that is not there or cannot be read is misuse. */
    static RuleFolder open(CommandSpec command, Path folder) {
        return new RuleFolder(folder, Map.of(), files(command, folder));
    }

    /** As {@link #open(CommandSpec, Path)}, a school's additions on top of its trust's book. */
    static RuleFolder open(CommandSpec command, Path school, Path trust) {
        BookFiles beneath = files(command, trust);
        BookFiles above = files(command, school);
        if (beneath.layered() || above.layered()) {
            throw Misuse.of(
                    command,
                    "\"" + (beneath.layered() ? trust : school)
                            + "\" holds a trust's book already, in its folder \"trust\"."
                            + " Name the folder inside, or leave --on-top-of out.");
        }
        return new RuleFolder(
                school, Map.of(Layer.TRUST, trust, Layer.SCHOOL, school), BookFiles.layered(beneath, above));
    }

    private static BookFiles files(CommandSpec command, Path folder) {
        if (folder.toString().endsWith(".zip") && Files.isRegularFile(folder)) {
            return unpacked(command, folder);
        }
        if (!Files.isDirectory(folder)) {
            throw Misuse.of(
                    command,
                    Files.exists(folder)
                            ? "\"" + folder
                                    + "\" is not a folder. A rule book is a folder of files, or such a folder as a .zip."
                            : "There is no folder \"" + folder + "\".");
        }
        inside(folder).ifPresent(book -> {
            throw Misuse.of(command, "\"" + folder + "\" holds no rules itself. Did you mean \"" + book + "\"?");
        });
        try {
            return BookFiles.ofFolder(folder);
        } catch (UncheckedIOException unreadable) {
            throw Misuse.of(
                    command, "The folder \"" + folder + "\" cannot be read: " + Misuse.reason(unreadable) + ".");
        }
    }

    /** The one folder inside that is a rule book, where this one is none. */
    private static Optional<Path> inside(Path folder) {
        if (Stream.of("topics", "tables", Layer.TRUST.folder(), Layer.SCHOOL.folder())
                .anyMatch(part -> Files.isDirectory(folder.resolve(part)))) {
            return Optional.empty();
        }
        try (Stream<Path> parts = Files.list(folder)) {
            List<Path> books = parts.filter(part -> Files.isDirectory(part.resolve("topics")))
                    .limit(2)
                    .toList();
            return books.size() == 1 ? Optional.of(books.get(0)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static BookFiles unpacked(CommandSpec command, Path zip) {
        ZipReading reading;
        try (InputStream in = Files.newInputStream(zip)) {
            reading = BookZip.unpack(zip.toString(), in.readNBytes(BookZip.LARGEST + 1));
        } catch (IOException unreadable) {
            throw Misuse.of(command, "\"" + zip + "\" cannot be read: " + unreadable.getMessage());
        }
        if (reading instanceof ZipReading.Refused refused) {
            throw Misuse.of(
                    command,
                    "\"" + zip + "\" cannot be read as a rule book:" + System.lineSeparator()
                            + refused.problems().stream()
                                    .map(Problem::toString)
                                    .collect(Collectors.joining(System.lineSeparator())));
        }
        return ((ZipReading.Unpacked) reading).files();
    }

    BookReading read() {
        return CheckedBook.read(files);
    }

    /** Which part of a layered book these files are, for people: {@code , the trust's part}; else empty. */
    String part() {
        return files.layered() && files.layers().size() == 1 ? ", the trust's part" : "";
    }

    /** The books whose scenarios tell of this one: a trust's own, then the same with its school's additions. */
    List<RuleFolder> tried() {
        return files.layers().stream()
                .map(layer -> new RuleFolder(path, layers, layer))
                .toList();
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
                doubt -> out.println(at(new Problem(doubt.place(), "warning: " + doubt.message(), doubt.advice()))));
    }

    private String at(Problem problem) {
        String file = problem.place().file();
        return layers.entrySet().stream()
                        .filter(layer -> file.startsWith(layer.getKey().folder()))
                        .map(layer -> layer.getValue()
                                .resolve(file.substring(layer.getKey().folder().length())))
                        .findFirst()
                        .orElseGet(() -> path.resolve(file))
                + problem.toString().substring(file.length());
    }
}
