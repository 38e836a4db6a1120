package signpost.engine.text;

import java.util.Objects;

/**
 * Where something stands in a file, as a person counts.
 *
 * @param file path inside the book, with forward slashes
 * @param line from 1; of a workbook, the row
 * @param column from 1; of a table, the column of cells
 * @param cell a table's cell as a spreadsheet names it and what stands in it, such as
 *     {@code Sheet "Points", cell C5 ("<9o") under "Attendance"}; empty elsewhere
 */
public record Place(String file, int line, int column, String cell) implements Comparable<Place> {

    public Place {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("lines and columns are counted from 1");
        }
        // Places kept before there were tables have none.
        cell = Objects.requireNonNullElse(cell, "");
    }

    public Place(String file, int line, int column) {
        this(file, line, column, "");
    }

    /** The start of a file, for problems that concern it as a whole. */
    public static Place startOf(String file) {
        return new Place(file, 1, 1);
    }

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        int byColumn = byLine != 0 ? byLine : Integer.compare(column, other.column);
        return byColumn != 0 ? byColumn : cell.compareTo(other.cell);
    }

    /** {@code file:line:column}, the form editors turn into a link. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
