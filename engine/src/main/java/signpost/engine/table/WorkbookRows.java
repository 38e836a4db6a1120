package signpost.engine.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import signpost.engine.text.Place;
import signpost.engine.text.Problems;

/** The one table that a workbook holds, as rows of what a person sees. */
public final class WorkbookRows {

    /** More blank rows than anybody leaves between two tables. */
    private static final int MOST_BLANK = 20;

    private WorkbookRows() {}

    /** Every row from the top, blank ones included; what cannot be told for certain becomes a problem. */
    public static List<List<String>> read(String file, byte[] bytes, Problems problems) {
        int before = problems.size();
        List<Grid> grids = new Workbook(file, problems).read(bytes);
        if (problems.size() > before) {
            return List.of();
        }
        if (grids.size() != 1) {
            problems.add(
                    Place.startOf(file),
                    grids.isEmpty()
                            ? "This workbook is empty."
                            : "This workbook has several sheets with something in them.",
                    "Keep the table on one sheet; a sheet named Notes is passed over.");
            return List.of();
        }
        Grid grid = grids.get(0);
        if (!grid.merged().isEmpty()) {
            problems.add(
                    Place.startOf(file),
                    "The cells " + grid.merged().get(0).cells() + " are merged.",
                    "Unmerge them, and write in each cell what it should say.");
            return List.of();
        }
        return rows(grid);
    }

    private static List<List<String>> rows(Grid grid) {
        List<List<String>> rows = new ArrayList<>();
        int number = 0;
        for (Row row : grid.rows()) {
            int blank = Math.min(row.number() - number - 1, MOST_BLANK);
            rows.addAll(Collections.nCopies(Math.max(0, blank), List.of()));
            number = row.number();
            List<String> cells = new ArrayList<>(Collections.nCopies(row.cells().lastKey(), ""));
            row.cells().forEach((column, cell) -> cells.set(column - 1, cell.text()));
            rows.add(cells);
        }
        return rows;
    }
}
