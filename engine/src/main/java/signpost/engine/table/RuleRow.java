package signpost.engine.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one row says.
 *
 * @param name of its rule
 * @param title the cell to point at when the rule as a whole is meant
 * @param conditions all of which must hold
 * @param does what the rule does, in the words of a rule
 * @param parts the cells of the other parts, such as Because and Owner
 */
record RuleRow(String name, Cell title, List<Said> conditions, List<Said> does, Map<Heading.Parts, Cell> parts) {

    RuleRow {
        conditions = List.copyOf(conditions);
        does = List.copyOf(does);
        parts = parts.isEmpty() ? Map.of() : new EnumMap<>(parts);
    }

    /**
     * The words of a rule that a cell stands for.
     *
     * @param hint how to fill such a cell; empty where the words are the cell's own
     */
    record Said(Cell cell, String words, String hint) {}

    Optional<Cell> part(Heading.Parts part) {
        return Optional.ofNullable(parts.get(part));
    }
}
