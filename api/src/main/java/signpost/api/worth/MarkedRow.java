package signpost.api.worth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import signpost.engine.change.SheetLine;
import signpost.engine.sheet.SheetText;

/** Writes into a table of rules that the rule of a row is off, or no longer; rows of other rules keep their bytes. */
final class MarkedRow {

    private MarkedRow() {}

    /**
     * The table's text.
     *
     * @param why empty to switch the rule on
     * @return nothing where no row has this name, or the table has no such column to clear
     */
    static Optional<String> of(String table, String rule, String why) {
        return SheetText.of(table)
                .filter(sheet -> sheet.header() >= 0)
                .flatMap(sheet -> row(sheet, rule).flatMap(row -> marked(sheet, row, why)))
                .map(SheetText::text);
    }

    /** The first of the rule's rows speaks for all of them. */
    private static Optional<Integer> row(SheetText sheet, String rule) {
        return sheet.entries().stream()
                .filter(row ->
                        sheet.rows().get(row).cell(sheet.naming()).strip().equalsIgnoreCase(rule))
                .findFirst();
    }

    private static Optional<SheetText> marked(SheetText sheet, int row, String why) {
        int column = sheet.rows().get(sheet.header()).column(SwitchingOff.FIELD.toLowerCase(Locale.ROOT));
        if (column < 0 && why.isEmpty()) {
            return Optional.empty();
        }
        if (column < 0) {
            int last = sheet.headings().size();
            return Optional.of(sheet.with(sheet.header(), with(line(sheet, sheet.header()), last, SwitchingOff.FIELD))
                    .with(row, with(line(sheet, row), last, why)));
        }
        return Optional.of(sheet.with(row, with(line(sheet, row), column, why)));
    }

    private static SheetLine line(SheetText sheet, int row) {
        return sheet.rows().get(row);
    }

    private static List<String> with(SheetLine line, int column, String text) {
        List<String> cells = new ArrayList<>(line.cells());
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
        return cells;
    }
}
