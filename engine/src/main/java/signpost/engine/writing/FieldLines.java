package signpost.engine.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import signpost.engine.rulebook.Shapes;
import signpost.engine.text.Block;
import signpost.engine.text.Field;
import signpost.engine.text.Line;

/** Writes the fields of a rule. */
final class FieldLines {

    private static final List<String> ORDER = Shapes.RULE.fields();
    private static final String STEP = "  ";

    private final Lines lines;
    private final Block block;

    FieldLines(Lines lines, Block block) {
        this.lines = lines;
        this.block = block;
    }

    Lines with(String name, String value) {
        String field = spelling(name);
        if (field.isEmpty()) {
            String title = Sentences.clean(value);
            return block.is(name) || name.equals(Shapes.RULE.header())
                    ? headed(block.place().line(), block.keyword(), title)
                    : lines;
        }
        if (Section.WHEN.field().equals(field) || Section.THEN.field().equals(field)) {
            return lines;
        }
        boolean bare = Shapes.RULE.bare().contains(field);
        Optional<Field> written = block.field(field);
        if (value.isBlank()) {
            return written.map(this::without).orElse(lines);
        }
        if (bare) {
            return written.map(found -> beneath(found, value))
                    .orElseGet(() -> lines.inserted(before(field), beneath(space() + field, space() + STEP, value)));
        }
        return written.map(found -> onItsLine(found, Sentences.clean(value)))
                .orElseGet(
                        () -> lines.inserted(before(field), List.of(space() + field + ": " + Sentences.clean(value))));
    }

    /** With a field that has nothing beneath it yet. */
    Lines withBare(String field) {
        return lines.inserted(before(field), List.of(space() + field));
    }

    private static String spelling(String name) {
        return Shapes.RULE.spelling(name).orElse("");
    }

    /** The line after which a field is best read. */
    private int before(String field) {
        int at = ORDER.indexOf(field);
        return block.fields().stream()
                .filter(other -> ORDER.indexOf(spelling(other.name())) < at)
                .mapToInt(FieldLines::last)
                .max()
                .orElse(block.place().line());
    }

    private static int last(Field field) {
        List<Line> body = field.body();
        return body.isEmpty() ? field.place().line() : body.get(body.size() - 1).number();
    }

    private String space() {
        return block.fields().stream()
                .findFirst()
                .map(field -> lines.space(field.place().line()))
                .orElse(STEP);
    }

    private Lines headed(int line, String name, String value) {
        return lines.replaced(line, lines.space(line) + (name + ": " + value).strip());
    }

    private Lines onItsLine(Field field, String value) {
        return withoutBody(headed(field.place().line(), field.name(), value), field);
    }

    private Lines beneath(Field field, String value) {
        String inner = field.body().isEmpty()
                ? lines.space(field.place().line()) + STEP
                : lines.space(field.body().get(0).number());
        return withoutBody(lines, field).inserted(field.place().line(), written(inner, value));
    }

    private static List<String> beneath(String head, String inner, String value) {
        List<String> all = new ArrayList<>(List.of(head));
        all.addAll(written(inner, value));
        return all;
    }

    private static List<String> written(String inner, String value) {
        return value.lines()
                .map(Sentences::clean)
                .filter(line -> !line.isEmpty())
                .map(line -> inner + line)
                .toList();
    }

    private Lines without(Field field) {
        int line = field.place().line();
        return withoutBody(lines, field).without(line, line);
    }

    /** Comments between the lines stay. */
    private static Lines withoutBody(Lines lines, Field field) {
        Lines left = lines;
        for (int at = field.body().size() - 1; at >= 0; at--) {
            int line = field.body().get(at).number();
            left = left.without(line, line);
        }
        return left;
    }

    /** What a field says, its lines as lines. */
    static String value(Field field) {
        StringBuilder value = new StringBuilder(field.value().text());
        for (Line line : field.body()) {
            value.append(value.isEmpty() ? "" : "\n").append(line.text());
        }
        return value.toString();
    }

    /** The rule's fields that are not lists of conditions or consequences. */
    static List<String> names() {
        return ORDER.stream()
                .filter(name -> !List.of("when", "then").contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
