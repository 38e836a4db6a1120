package signpost.engine.writing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import signpost.engine.rulebook.Shapes;
import signpost.engine.text.Block;
import signpost.engine.text.Field;
import signpost.engine.text.Problems;
import signpost.engine.text.Shape;

/**
 * One rule of a file and what stands around it; the three together are the file, byte for byte.
 *
 * @param before all above its header, comments on it included
 * @param rule from its header to its last line
 * @param after all beneath
 * @param line where the header stands in the file, from 1
 */
public record RulePart(String before, String rule, String after, int line) {

    /** The rule whose name this is; nothing where the file has none. */
    public static Optional<RulePart> named(String file, String name) {
        return parts(file).stream()
                .filter(block -> block.title().text().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(block -> of(file, block));
    }

    /** The rule that a line of the file belongs to. */
    public static Optional<RulePart> at(String file, int line) {
        return parts(file).stream()
                .filter(block -> block.place().line() <= line && line <= last(block))
                .findFirst()
                .map(block -> of(file, block));
    }

    /** The names of the rules of a file, in order. */
    public static List<String> names(String file) {
        return parts(file).stream().map(block -> block.title().text()).toList();
    }

    /** The file with another text in place of the rule. */
    public String with(String other) {
        return before + other + after;
    }

    private static List<Block> parts(String file) {
        return Shape.reader(Shapes.ALL, new Problems()).read("", file).stream()
                .filter(block -> block.is(Shapes.RULE.header()) || block.is(Shapes.TIGHTEN.header()))
                .toList();
    }

    private static RulePart of(String file, Block block) {
        Lines lines = Lines.of(file);
        int first = block.place().line();
        int last = last(block);
        return new RulePart(
                first == 1 ? "" : lines.text(1, first - 1),
                lines.text(first, last),
                last == lines.size() ? "" : lines.text(last + 1, lines.size()),
                first);
    }

    private static int last(Block block) {
        if (block.fields().isEmpty()) {
            return block.place().line();
        }
        Field field = block.fields().get(block.fields().size() - 1);
        return field.body().isEmpty()
                ? field.place().line()
                : field.body().get(field.body().size() - 1).number();
    }
}
