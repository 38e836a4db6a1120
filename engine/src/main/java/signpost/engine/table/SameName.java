package signpost.engine.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.engine.table.RuleRow.Said;
import signpost.engine.text.Problems;

/** Checks the rows of one rule: each asks something, the first says what the rule does, and no other contradicts it. */
final class SameName {

    private final Problems problems;

    SameName(Problems problems) {
        this.problems = problems;
    }

    /** Whether a rule can be made of these rows; what is in the way has been noted. */
    boolean agree(List<RuleRow> rows) {
        int before = problems.size();
        RuleRow first = rows.get(0);
        if (first.does().isEmpty()) {
            problems.add(
                    first.title().place(),
                    "This row does not say what the rule \"" + first.name() + "\" does.",
                    "Give it a flag, points or an intervention to recommend.");
        }
        rows.forEach(row -> asks(row));
        rows.subList(1, rows.size()).forEach(row -> follows(first, row));
        return problems.size() == before;
    }

    private void asks(RuleRow row) {
        if (row.conditions().isEmpty()) {
            problems.add(
                    row.title().place(),
                    "This row asks nothing, so it would hold for every student.",
                    "Fill a cell under at least one attribute.");
        }
    }

    private void follows(RuleRow first, RuleRow row) {
        for (Said said : row.does()) {
            if (first.does().stream().noneMatch(one -> one.words().equals(said.words()))) {
                differs(first, said.cell());
            }
        }
        for (Map.Entry<Heading.Parts, Cell> part : row.parts().entrySet()) {
            Optional<Cell> before = first.part(part.getKey());
            // What stands above the header holds for all rows, and for a row that says otherwise it does not.
            boolean ofThisRow =
                    part.getValue().place().line() == row.title().place().line();
            if (ofThisRow
                    && part.getKey() != Heading.Parts.RULE
                    && !before.map(cell -> cell.text().equals(part.getValue().text()))
                            .orElse(false)) {
                differs(first, part.getValue());
            }
        }
    }

    private void differs(RuleRow first, Cell cell) {
        problems.add(
                cell.place(),
                "The rule \"" + first.name() + "\" begins in an earlier row, which says something else here.",
                "Rows with the same name are one rule that holds when any of them does: leave this cell blank, or name"
                        + " the row otherwise.");
    }
}
