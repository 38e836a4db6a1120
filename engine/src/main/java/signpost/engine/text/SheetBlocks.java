package signpost.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the rows of a table as blocks: a field for every cell that is not empty, named as its column. */
public final class SheetBlocks {

    private SheetBlocks() {}

    /**
     * The rows of a CSV file.
     *
     * @param keyword of the blocks; the column of that name gives their titles
     */
    public static List<Block> read(String keyword, String file, String text, Problems problems) {
        String title = keyword.toLowerCase(Locale.ROOT);
        List<Block> blocks = new ArrayList<>();
        for (Sheet.Row row : Sheet.read(file, text, List.of(title), problems)) {
            blocks.add(block(keyword, title, row, problems));
        }
        return blocks;
    }

    private static Block block(String keyword, String title, Sheet.Row row, Problems problems) {
        List<Field> fields = new ArrayList<>();
        Line name = new Line(row.file(), row.line(), 0, row.cell(title));
        int column = 0;
        for (Map.Entry<String, String> cell : row.cells().entrySet()) {
            Line line = new Line(row.file(), row.line(), column++, cell.getValue());
            if (Unprintable.in(cell.getValue())) {
                problems.add(
                        line.place(),
                        "This cell holds a line break, a tab, an unusual space or an invisible character.",
                        "Type it again with ordinary letters and spaces, on one line.");
            } else if (cell.getKey().equals(title)) {
                name = line;
            } else if (!cell.getValue().isEmpty()) {
                Place header = new Place(row.file(), 1, column);
                fields.add(new Field(cell.getKey(), header, line, List.of()));
            }
        }
        return new Block(keyword, name, row.place(), fields);
    }
}
