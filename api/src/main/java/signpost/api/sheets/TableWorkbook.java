package signpost.api.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import signpost.engine.change.SheetLine;
import signpost.engine.sheet.SheetText;

/**
 * A table as a workbook: every cell is text, so that nothing in it is ever calculated or taken for a number, and lists drop
 * down where the vocabulary or the catalogue says what may stand there. The lists lie on a sheet Notes, which is not read.
 */
final class TableWorkbook {

    /** No spreadsheet holds a longer cell. */
    private static final int LONGEST_CELL = 32_767;

    private static final int ROOM_FOR_MORE = 200;
    private static final int NARROWEST = 10;
    private static final int WIDEST = 50;

    private TableWorkbook() {}

    /** Nothing when a cell is too long for any spreadsheet. */
    static Optional<byte[]> of(SheetText sheet, Choices choices) {
        if (sheet.rows().stream().flatMap(row -> row.cells().stream()).anyMatch(cell -> cell.length() > LONGEST_CELL)) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            try (Workbook workbook = new Workbook(bytes, "Signpost", "1.0")) {
                Worksheet table = workbook.newWorksheet("Table");
                Worksheet notes = workbook.newWorksheet("Notes");
                cells(sheet, table);
                lists(sheet, choices, table, notes);
            }
            return Optional.of(Repacked.zip(bytes.toByteArray()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void cells(SheetText sheet, Worksheet table) {
        int header = sheet.header();
        for (int row = 0; row < sheet.rows().size(); row++) {
            SheetLine line = sheet.rows().get(row);
            for (int column = 0; column < line.cells().size(); column++) {
                if (!line.cell(column).isEmpty()) {
                    table.value(row, column, line.cell(column));
                }
            }
        }
        int last = sheet.rows().size() + ROOM_FOR_MORE;
        for (int column = 0; column < sheet.headings().size(); column++) {
            // Text, so that 92% typed beneath stays 92% and no day is turned round.
            table.range(0, column, last, column).style().format("@").set();
            table.style(header, column).format("@").bold().fillColor("F3F2F1").set();
            table.width(column, width(sheet, column));
        }
        if (header >= 0) {
            table.freezePane(1, header + 1);
        }
    }

    private static int width(SheetText sheet, int column) {
        int longest = sheet.entries().stream()
                .mapToInt(row -> sheet.rows().get(row).cell(column).length())
                .max()
                .orElse(0);
        return Math.min(
                WIDEST,
                Math.max(
                        NARROWEST,
                        2 + Math.max(longest, sheet.headings().get(column).length())));
    }

    private static void lists(SheetText sheet, Choices choices, Worksheet table, Worksheet notes) {
        notes.value(
                0,
                0,
                "The lists that drop down in the sheet Table. A cell may hold other words too. This sheet is not read.");
        int used = 0;
        for (int column = 0; column < sheet.headings().size(); column++) {
            List<String> list = choices.of(sheet.headings().get(column));
            if (!list.isEmpty()) {
                notes.value(1, used, sheet.headings().get(column));
                for (int at = 0; at < list.size(); at++) {
                    notes.value(at + 2, used, list.get(at));
                }
                table.range(sheet.header() + 1, column, sheet.rows().size() + ROOM_FOR_MORE, column)
                        .validateWithList(notes.range(2, used, list.size() + 1, used))
                        .allowBlank(true)
                        .errorStyle(DataValidationErrorStyle.INFORMATION)
                        .showErrorMessage(false)
                        .errorTitle("")
                        .error("");
                used++;
            }
        }
    }
}
