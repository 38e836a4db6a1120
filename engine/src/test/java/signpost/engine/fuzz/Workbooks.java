package signpost.engine.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import signpost.engine.table.AWorkbook;

/** Sound workbooks around what is fuzzed. */
final class Workbooks {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final byte[] SOUND = AWorkbook.of("Rule,attendance,RONI points\nA,<90,1\n");
    /** What a cell says of its type, by a character that its text may begin with. */
    private static final String MARKS = "=#!%@";

    private Workbooks() {}

    static byte[] withSheet(byte[] xml) {
        return AWorkbook.with(AWorkbook.without(SOUND, SHEET), Map.of(SHEET, xml));
    }

    /** Rows are lines, cells stand between commas; see {@link #MARKS}. */
    static byte[] withCells(String text) {
        StringBuilder xml = new StringBuilder(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (String row : text.split("\n", -1)) {
            xml.append("<row>");
            for (String cell : row.split(",", -1)) {
                cell(xml, cell);
            }
            xml.append("</row>");
        }
        return withSheet(xml.append("</sheetData></worksheet>").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void cell(StringBuilder xml, String cell) {
        int mark = cell.isEmpty() ? -1 : MARKS.indexOf(cell.charAt(0));
        String held = AWorkbook.escaped(mark < 0 ? cell : cell.substring(1));
        xml.append(
                switch (mark) {
                    case 0 -> "<c><f>" + held + "</f></c>";
                    case 1 -> "<c t=\"n\"><v>" + held + "</v></c>";
                    case 2 -> "<c t=\"e\"><v>" + held + "</v></c>";
                    case 3 -> "<c s=\"" + held + "\"><v>0.5</v></c>";
                    case 4 -> "<c t=\"b\"><v>" + held + "</v></c>";
                    default -> "<c t=\"inlineStr\"><is><t>" + held + "</t></is></c>";
                });
    }
}
