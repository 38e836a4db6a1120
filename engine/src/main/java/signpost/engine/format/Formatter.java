package signpost.engine.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.Shapes;
import signpost.engine.text.Block;
import signpost.engine.text.Problems;
import signpost.engine.text.Shape;

/**
 * Writes rules, scenarios and vocabulary in one form: fields in their order, two spaces for a field, four for its lines
 * and two more for each group, one empty line between blocks. Comments stay where they stand, wordings as they are, and
 * the book means what it meant.
 */
public final class Formatter {

    private Formatter() {}

    /** Formats every {@code .txt} of a book. */
    public static FormattedBook format(BookFiles files) {
        Problems problems = new Problems();
        Map<String, String> texts = files.texts(problems);
        Map<String, byte[]> all = new TreeMap<>();
        TreeSet<String> changed = new TreeSet<>();
        for (String path : files.paths()) {
            byte[] bytes = files.bytes(path);
            if (path.endsWith(".txt") && texts.containsKey(path)) {
                byte[] formatted = formatted(path, texts.getOrDefault(path, ""), bytes, problems);
                if (!Arrays.equals(bytes, formatted)) {
                    changed.add(path);
                }
                bytes = formatted;
            }
            all.put(path, bytes);
        }
        return new FormattedBook(new BookFiles(all), changed, problems.all());
    }

    private static byte[] formatted(String path, String text, byte[] bytes, Problems problems) {
        Formatting formatting = format(path, text);
        if (formatting instanceof Formatting.Left left) {
            problems.addAll(left.problems());
            return bytes;
        }
        return ((Formatting.Formatted) formatting).text().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Formats one file.
     *
     * @param file its path inside the book, for problems
     */
    public static Formatting format(String file, String text) {
        Problems problems = new Problems();
        List<Written> lines = Written.lines(text);
        List<Block> blocks = Shape.reader(Shapes.ALL, problems).read(file, Written.text(lines));
        List<Piece> pieces = new Cutter(blocks).cut(lines);
        Canonical canonical = new Canonical(file, shapes(), problems);
        pieces.forEach(canonical::write);
        return problems.isEmpty() ? new Formatting.Formatted(canonical.text()) : new Formatting.Left(problems.all());
    }

    private static Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new HashMap<>();
        Shapes.ALL.forEach(shape -> shapes.put(shape.header(), shape));
        return shapes;
    }
}
