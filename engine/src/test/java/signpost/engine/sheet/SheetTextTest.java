package signpost.engine.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import signpost.engine.change.SheetLine;
import signpost.engine.table.AWorkbook;
import signpost.engine.table.WorkbookRows;
import signpost.engine.text.Problems;

class SheetTextTest {

    private static final String TABLE = "# A note\r\nOwner,Head\r\n\r\nRule,Attendance,Points,Review by\r\n"
            + "\"A\",<90%,0.50,2027-07-31\r\nB,\"90, or less\",2,\r\n";

    private static SheetText sheet(String text) {
        return SheetText.of(text).orElseThrow();
    }

    static Stream<Path> shipped() throws IOException {
        return Files.walk(Path.of("..", "rules", "pack"))
                .filter(file -> file.toString().endsWith(".csv"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void whatNobodyChangedKeepsItsBytes(Path file) throws IOException {
        String text = Files.readString(file);
        SheetText sheet = sheet(text);

        assertThat(sheet.text()).isEqualTo(text);
        assertThat(sheet.as(sheet.rows().stream().map(SheetLine::cells).toList())
                        .text())
                .isEqualTo(text);
        assertThat(sheet.entries()).isNotEmpty();
    }

    @Test
    void aChangedRowIsWrittenAnewAndNoOther() {
        assertThat(sheet(TABLE).with(5, List.of("B", "<80%", "2", "")).text())
                .isEqualTo(TABLE.replace("B,\"90, or less\",2,", "B,<80%,2,"));
        assertThat(sheet(TABLE).with(4, sheet(TABLE).rows().get(4).cells()).text())
                .isEqualTo(TABLE);
    }

    @Test
    void rowsComeGoAndMove() {
        SheetText sheet = sheet(TABLE);
        assertThat(sheet.headings()).startsWith("Rule", "Attendance");
        assertThat(sheet.entries()).containsExactly(4, 5);
        assertThat(sheet.added(5, List.of("C", "say \"hello\"")).text())
                .isEqualTo(TABLE + "C,\"say \"\"hello\"\"\"\r\n");
        assertThat(sheet.without(5).text()).isEqualTo(TABLE.replace("B,\"90, or less\",2,\r\n", ""));
        assertThat(sheet.swapped(4, 5).swapped(4, 5).text()).isEqualTo(TABLE);
    }

    @Test
    void aFileWithoutALineEndAtItsEndGrowsAllTheSame() {
        assertThat(sheet("Rule,Flag\nA,b").added(1, List.of("C", "d")).text()).isEqualTo("Rule,Flag\nA,b\nC,d\n");
    }

    @Test
    void aSpreadsheetsOwnWayOfWritingIsNoChange() {
        SheetText sheet = sheet(TABLE);
        List<List<String>> rows = List.of(
                List.of("# A note"),
                List.of("Owner", "Head"),
                List.of(),
                List.of("Rule", "Attendance", "Points", "Review by"),
                List.of("A", "<90%", "0.5", "31 July 2027"),
                List.of("B", "90, or less", "2.0"));
        assertThat(sheet.as(rows).text()).isEqualTo(TABLE);
    }

    @Test
    void aDayFromASpreadsheetIsWrittenAsTheOthersOfTheTable() {
        List<List<String>> rows = List.of(
                List.of("Rule", "Attendance", "Points", "Review by"),
                List.of("A", "<90%", "0.5", "1 August 2027"),
                List.of("C", "92%", "1"));
        assertThat(sheet(TABLE).as(rows).text())
                .isEqualTo("Rule,Attendance,Points,Review by\r\nA,<90%,0.50,2027-08-01\r\nC,92%,1,\r\n");
    }

    @Test
    void whatASpreadsheetShowsIsWhatIsRead() {
        byte[] workbook = AWorkbook.of("Rule,attendance,RONI points\nA,,1\n", book -> {
            var style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat("0%"));
            var cell = AWorkbook.cell(book.getSheetAt(0), 2, 2);
            cell.setCellValue(0.9);
            cell.setCellStyle(style);
            AWorkbook.cell(book.getSheetAt(0), 5, 1).setCellValue("B");
            AWorkbook.cell(book.getSheetAt(0), 5, 2).setCellValue(0.9);
        });
        Problems problems = new Problems();
        assertThat(WorkbookRows.read("a.xlsx", workbook, problems))
                .containsExactly(
                        List.of("Rule", "attendance", "RONI points"),
                        List.of("A", "90%", "1"),
                        List.of(),
                        List.of(),
                        List.of("B", "0.9"));
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void whatASpreadsheetHidesIsAProblem() {
        Problems problems = new Problems();
        byte[] formula = AWorkbook.of(
                "Rule,attendance\nA,1\n",
                book -> AWorkbook.cell(book.getSheetAt(0), 2, 2).setCellFormula("1+1"));
        assertThat(WorkbookRows.read("a.xlsx", formula, problems)).isEmpty();
        assertThat(problems.all())
                .singleElement()
                .satisfies(one -> assertThat(one.message()).contains("formula"));
    }
}
