package signpost.engine.format;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import signpost.engine.text.Field;
import signpost.engine.text.Place;
import signpost.engine.text.Problems;
import signpost.engine.text.Shape;

/** Writes pieces in the one form. */
final class Canonical {

    private static final int STEP = 2;

    private final String file;
    private final Map<String, Shape> shapes;
    private final Problems problems;
    private final StringBuilder written = new StringBuilder();

    /** A writer of blocks whose shapes are given by their header. */
    Canonical(String file, Map<String, Shape> shapes, Problems problems) {
        this.file = file;
        this.shapes = shapes;
        this.problems = problems;
    }

    String text() {
        return written.toString();
    }

    void write(Piece piece) {
        if (!written.isEmpty()) {
            written.append('\n');
        }
        if (piece instanceof Piece.Note note) {
            comments(note.comments(), 0);
        } else if (piece instanceof Piece.Whole whole) {
            write(whole);
        }
    }

    private void write(Piece.Whole whole) {
        Shape shape = shapes.values().stream()
                .filter(known -> whole.block().is(known.header()))
                .findFirst()
                .orElseThrow();
        comments(whole.above(), 0);
        headed(shape.header(), whole.block().title().text(), 0);
        ordered(shape, whole.parts()).forEach(part -> write(shape, part));
        comments(whole.below(), 1);
    }

    /** Fields that a block has twice, or that do not belong to it, keep everything where it is: a person must look. */
    private static List<Piece.Part> ordered(Shape shape, List<Piece.Part> parts) {
        Set<String> seen = new HashSet<>();
        boolean clear = parts.stream()
                .map(part -> shape.spelling(part.field().name()))
                .allMatch(name -> name.filter(seen::add).isPresent());
        return clear
                ? parts.stream()
                        .sorted(Comparator.comparingInt(part -> shape.fields()
                                .indexOf(spelling(shape, part.field()).orElseThrow())))
                        .toList()
                : parts;
    }

    private static Optional<String> spelling(Shape shape, Field field) {
        return shape.spelling(field.name());
    }

    private void write(Shape shape, Piece.Part part) {
        Field field = part.field();
        String name = spelling(shape, field).orElse(field.name());
        comments(part.above(), 1);
        if (field.value().text().isEmpty() && shape.bare().contains(name) && !shape.colons()) {
            line(name, 1);
        } else {
            headed(name, field.value().text(), 1);
        }
        // A field nobody knows may be a misspelt When: its groups are kept.
        Depths depths = new Depths(
                shape.grouped().contains(name) || spelling(shape, field).isEmpty());
        for (Piece.Entry entry : part.entries()) {
            int depth = depths.of(entry.line());
            comments(entry.above(), depth);
            line(
                    shape.joined().contains(name) && depth == 2
                            ? joined(entry.line().text())
                            : entry.line().text(),
                    depth);
        }
        part.below().forEach(comment -> line(comment.text(), depths.ofComment(comment)));
    }

    private static String joined(String text) {
        return text.toLowerCase(Locale.ROOT).startsWith("and ")
                ? "and " + text.substring(4).strip()
                : text;
    }

    private void headed(String name, String value, int depth) {
        line(value.isEmpty() ? name + ":" : name + ": " + value, depth);
    }

    private void comments(List<String> comments, int depth) {
        comments.forEach(comment -> line(comment, depth));
    }

    private void line(String text, int depth) {
        written.append(" ".repeat(STEP * depth)).append(text).append('\n');
    }

    /** How deep the lines of one field stand, from 2. */
    private final class Depths {

        private final boolean grouped;
        private final Deque<Integer> indents = new ArrayDeque<>();

        Depths(boolean grouped) {
            this.grouped = grouped;
        }

        int of(Written line) {
            if (!grouped) {
                return 2;
            }
            int before = indents.size();
            while (indents.size() > 1 && indents.getLast() > line.indent()) {
                indents.removeLast();
            }
            boolean back = indents.size() < before;
            if (!indents.isEmpty() && (back ? indents.getLast() != line.indent() : indents.getLast() > line.indent())) {
                uneven(line);
            }
            if (indents.isEmpty() || indents.getLast() < line.indent()) {
                indents.addLast(line.indent());
            }
            return indents.size() + 1;
        }

        private void uneven(Written line) {
            problems.add(
                    new Place(file, line.number(), line.indent() + 1),
                    "This line is indented less than the one before it.",
                    "Line the conditions up.");
        }

        int ofComment(Written comment) {
            long within = indents.stream()
                    .filter(indent -> indent <= comment.indent())
                    .count();
            return (int) Math.max(1, within) + 1;
        }
    }
}
