package signpost.engine.mistakes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import signpost.engine.ABook;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.Layer;
import signpost.engine.text.Place;
import signpost.engine.text.Problem;

/** Reads the catalogue of mistakes; {@code src/test/mistakes/README.md} says how it is written. */
public final class Mistakes {

    /** The folder, seen from the module. */
    public static final Path FOLDER = Path.of("src", "test", "mistakes");

    private static final Pattern CELL =
            Pattern.compile("(?:Cell|Sheet \"[^\"]+\", cell) [A-Z]+\\d+ \\(\".*?\"\\)(?: under \".*?\")?(?=: )");
    private static final String HEADER = "Mistake: ";

    private Mistakes() {}

    /** One part of a mistake: its head and the lines beneath. */
    private record Part(String head, List<String> body) {}

    /** Every mistake, in the order of files and lines. */
    public static List<Mistake> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .flatMap(file -> in(file).stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Mistake> in(Path file) {
        List<Mistake> mistakes = new ArrayList<>();
        String name = "";
        List<Part> parts = new ArrayList<>();
        for (String line : lines(file)) {
            if (line.startsWith(HEADER)) {
                finish(name, parts, mistakes);
                name = line.substring(HEADER.length());
                parts.clear();
            } else if (line.startsWith("  ") && line.charAt(2) != ' ') {
                parts.add(new Part(line.strip(), new ArrayList<>()));
            } else if (line.startsWith("    ") && !parts.isEmpty()) {
                parts.get(parts.size() - 1).body().add(line.substring(4));
            }
        }
        finish(name, parts, mistakes);
        return mistakes;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void finish(String name, List<Part> parts, List<Mistake> mistakes) {
        if (!name.isEmpty()) {
            mistakes.add(mistake(name, parts));
        }
    }

    private static Mistake mistake(String name, List<Part> parts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        BookFiles whole = ABook.withRules(Fragment.theRule()).files();
        BookFiles base = parts.stream().anyMatch(part -> part.head().equals("School")) ? whole.as(Layer.TRUST) : whole;
        base.paths().forEach(path -> files.put(path, base.bytes(path)));
        List<Place> carets = new ArrayList<>();
        List<Problem> told = new ArrayList<>();
        for (Part part : parts) {
            if (part.head().startsWith("Told")) {
                Place place = part.head().equals("Told") ? carets.remove(0) : place(part, told);
                List<String> said = part.body();
                told.add(new Problem(
                        inCell(place, said.get(0)), said.get(0), String.join(" ", said.subList(1, said.size()))));
            } else {
                Fragment fragment = Fragment.of(part.head(), part.body());
                fragment.into(files);
                carets.addAll(fragment.carets());
            }
        }
        if (!carets.isEmpty()) {
            throw new IllegalArgumentException("\"" + name + "\" has more carets than it tells problems");
        }
        return new Mistake(name, new BookFiles(files), told.stream().sorted().toList());
    }

    /** What is told of a table begins with its cell, and so does the place. */
    private static Place inCell(Place place, String message) {
        Matcher cell = CELL.matcher(message);
        return cell.lookingAt() ? new Place(place.file(), place.line(), place.column(), cell.group()) : place;
    }

    /** {@code Told also}: where the one before stands; {@code Told at FILE:LINE:COLUMN}: there. */
    private static Place place(Part part, List<Problem> told) {
        if (part.head().equals("Told also")) {
            return told.get(told.size() - 1).place();
        }
        String[] at = part.head().substring("Told at ".length()).split(":", -1);
        return new Place(at[0], Integer.parseInt(at[1]), Integer.parseInt(at[2]));
    }
}
