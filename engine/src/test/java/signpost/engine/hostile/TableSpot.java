package signpost.engine.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import signpost.engine.ABook;
import signpost.engine.table.AWorkbook;

/** A place of a table where somebody may write anything. */
enum TableSpot {
    NAME(cell("Rule")),
    NUMBER(cell("attendance")),
    YES_OR_NO(cell("in_care")),
    DAY(cell("leaving_date")),
    CODE(cell("sen_provision")),
    LIST(cell("barriers")),
    OPEN_LIST(cell("sectors")),
    GRADE(cell("english_current")),
    TEXT(cell("intended_provider")),
    SCORE_READ(cell("RONI score")),
    FLAG_READ(cell("Flag: Tested")),
    SENTENCE(cell("When")),
    FLAG(cell("Flag")),
    SEVERITY(cell("Severity")),
    POINTS(cell("RONI points")),
    POINTS_OF_A_CELL(cell("Points")),
    SCORE(cell("Score")),
    RECOMMENDATION(cell("Recommend")),
    RULED_OUT(cell("Rule out")),
    BECAUSE(cell("Because")),
    IN_BRACES(text -> table(cell("Because"), "{" + text + "}")),
    OWNER(cell("Owner")),
    IN_FORCE(cell("In force")),
    REVIEW_BY(cell("Review by")),
    OFF(cell("Switched off")),
    HEADING(text -> table(new Cell(0, ATable.HEADER.size()), text)),
    FLAG_HEADING(text -> table(new Cell(0, ATable.HEADER.indexOf("Flag: Tested")), "Flag: " + text)),
    SCORE_HEADING(text -> table(new Cell(0, ATable.HEADER.indexOf("RONI points")), text + " points")),
    TITLE(text -> above(List.of(text))),
    LABELLED(text -> above(List.of("Owner", text))),
    SCORE_OF_ALL(text -> above(List.of("Score", text))),
    WITHOUT_HEADING(text -> table(new Cell(1, ATable.HEADER.size()), text)),
    A_ROW(text -> List.of(ATable.HEADER, List.of(text), List.of(text, text)));

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final byte[] SOUND = AWorkbook.of("Rule,attendance,RONI points\nA,<90,1\n");

    private final Placed placed;

    private interface Placed {
        List<List<String>> rows(String text);
    }

    /** A cell by row and column, from 0. */
    private record Cell(int row, int column) implements Placed {
        @Override
        public List<List<String>> rows(String text) {
            return table(this, text);
        }
    }

    TableSpot(Placed placed) {
        this.placed = placed;
    }

    /** A small book whose table has this text in this place. */
    ABook inACsv(String text) {
        return book().with("tables/points.csv", csv(placed.rows(text)));
    }

    ABook inAWorkbook(String text) {
        return book().with("tables/points.xlsx", withSheet(sheet(placed.rows(text))));
    }

    private static ABook book() {
        return ABook.when("attendance is known");
    }

    static byte[] withSheet(String xml) {
        return AWorkbook.with(AWorkbook.without(SOUND, SHEET), Map.of(SHEET, xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** The sound workbook with one of its parts rewritten. */
    static byte[] rewritten(String part, UnaryOperator<String> text) {
        return AWorkbook.rewritten(SOUND, part, text);
    }

    private static Cell cell(String heading) {
        return new Cell(1, ATable.HEADER.indexOf(heading));
    }

    private static List<List<String>> table(Cell cell, String text) {
        List<List<String>> rows = List.of(new ArrayList<>(ATable.HEADER), new ArrayList<>(ATable.row()));
        List<String> row = rows.get(cell.row());
        if (cell.column() == row.size()) {
            row.add(text);
        } else {
            row.set(cell.column(), text);
        }
        return rows;
    }

    private static List<List<String>> above(List<String> first) {
        return List.of(first, ATable.HEADER, ATable.row());
    }

    static String csv(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
    }

    private static String sheet(List<List<String>> rows) {
        return ATable.sheet(rows.stream()
                .map(row -> row.stream()
                        .map(cell -> "<c t=\"inlineStr\"><is><t>" + AWorkbook.escaped(cell) + "</t></is></c>")
                        .collect(Collectors.joining("", "<row>", "</row>")))
                .collect(Collectors.joining()));
    }
}
