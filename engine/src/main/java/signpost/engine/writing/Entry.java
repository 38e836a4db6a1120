package signpost.engine.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.engine.text.Line;

/**
 * A line under {@code When} or {@code Then} with those inside it.
 *
 * @param from where the comments right above it begin
 * @param line where it stands
 * @param last where the last line inside it stands
 * @param parent the line above, of its group or field
 * @param at its place among those beside it, from 0
 * @param text what it says, without surrounding space
 */
record Entry(int from, int line, int last, int parent, int at, String text, List<Entry> parts) {

    Entry {
        parts = List.copyOf(parts);
    }

    /** The lines beneath a field as a tree by their indentation. */
    static List<Entry> tree(int parent, List<Line> lines) {
        List<Entry> entries = new ArrayList<>();
        int indent = lines.isEmpty() ? 0 : lines.get(0).indent();
        int from = parent + 1;
        int at = 0;
        while (at < lines.size()) {
            Line head = lines.get(at++);
            List<Line> inside = new ArrayList<>();
            while (at < lines.size() && lines.get(at).indent() > indent) {
                inside.add(lines.get(at++));
            }
            int last = inside.isEmpty()
                    ? head.number()
                    : inside.get(inside.size() - 1).number();
            entries.add(new Entry(
                    from, head.number(), last, parent, entries.size(), head.text(), tree(head.number(), inside)));
            from = last + 1;
        }
        return entries;
    }

    private Stream<Entry> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(Entry::all));
    }

    static Optional<Entry> find(List<Entry> entries, int line) {
        return entries.stream()
                .flatMap(Entry::all)
                .filter(entry -> entry.line() == line)
                .findFirst();
    }
}
