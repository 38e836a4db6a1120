package signpost.engine.table;

import java.util.BitSet;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** The cells of one sheet of a workbook as a person sees them; what a person cannot see is refused. */
final class SheetCells extends Xml {

    private static final int WIDEST = 16_384;

    private final GridRows rows;
    private final SharedTexts texts;
    private final NumberFormats formats;
    private final boolean from1904;
    private final BitSet hiddenColumns = new BitSet();

    private boolean hiddenRow;
    private int row;
    private int column;
    private String type = "";
    private int style;
    private final StringBuilder written = new StringBuilder();
    private String formula = "";
    private boolean calculated;

    SheetCells(GridRows rows, SharedTexts texts, NumberFormats formats, boolean from1904) {
        this.rows = rows;
        this.texts = texts;
        this.formats = formats;
        this.from1904 = from1904;
    }

    @Override
    void begins(String name, Attributes with) throws SAXException {
        switch (name) {
            case "col" -> column(with);
            case "row" -> {
                row = with.getValue("r") == null ? row + 1 : whole(with, "r");
                column = 0;
                hiddenRow = yes(with, "hidden");
            }
            case "c" -> cell(with);
            case "f" -> calculated = true;
            case "mergeCell" -> merge(attribute(with, "ref"));
            default -> {}
        }
    }

    @Override
    void ends(String name, String text) throws SAXException {
        switch (name) {
            case "v", "t" -> written.append(text);
            case "f" -> formula = text;
            case "c" -> cell();
            default -> {}
        }
    }

    private void column(Attributes with) throws SAXException {
        if (yes(with, "hidden")) {
            hiddenColumns.set(whole(with, "min"), Math.min(whole(with, "max"), WIDEST) + 1);
        }
    }

    private void cell(Attributes with) throws SAXException {
        String reference = attribute(with, "r");
        column++;
        if (reference.matches("[A-Z]{1,3}[1-9]\\d{0,6}")) {
            CellReference at = new CellReference(reference);
            column = at.getCol() + 1;
            row = at.getRow() + 1;
        } else if (!reference.isEmpty()) {
            throw new SAXException("no cell " + reference);
        }
        if (row < 1) {
            throw new SAXException("a cell outside a row");
        }
        type = attribute(with, "t");
        style = NumberFormats.number(attribute(with, "s"));
        written.setLength(0);
        formula = "";
        calculated = false;
    }

    private void cell() throws SAXException {
        String held =
                type.equals("s") && !calculated ? texts.text(written.toString().strip()) : written.toString();
        if (calculated) {
            rows.refuse(row, column, "=" + formula, "This cell holds a formula.", "Type the value itself.");
        } else if (held.isBlank()) {
            return;
        } else if (type.equals("e")) {
            rows.refuse(row, column, held, "This cell holds an error.", "Type what it should say.");
        } else if (hiddenRow || hiddenColumns.get(column)) {
            rows.refuse(
                    row,
                    column,
                    held,
                    "This cell is in a hidden " + (hiddenRow ? "row" : "column") + ", so nobody can see what it asks.",
                    "Unhide it (clear any filter), or delete it.");
        } else if (type.isEmpty() || type.equals("n")) {
            number(held);
        } else {
            rows.add(row, row, column, type.equals("b") ? (held.equals("1") ? "TRUE" : "FALSE") : held);
        }
    }

    private void number(String held) throws SAXException {
        double number;
        try {
            number = Double.parseDouble(held);
        } catch (NumberFormatException notANumber) {
            throw new SAXException("no number " + held, notANumber);
        }
        if (Double.isFinite(number)) {
            Optional<String> shown = formats.shown(number, style, from1904);
            if (shown.isPresent()) {
                rows.add(row, row, column, shown.get());
                return;
            }
        }
        rows.refuse(
                row,
                column,
                held,
                "The number format of this cell shows something else than the cell holds.",
                "Format the cell as text and type what it should say.");
    }

    private void merge(String reference) {
        CellRangeAddress area = CellRangeAddress.valueOf(reference);
        rows.merged(new Grid.Merged(area.getLastRow() + 1, area.formatAsString()));
    }

    private static int whole(Attributes with, String name) throws SAXException {
        String text = attribute(with, name);
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw new SAXException(name + " is no number");
        }
        return Integer.parseInt(text);
    }
}
