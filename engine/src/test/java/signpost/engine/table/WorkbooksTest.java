package signpost.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.engine.ABook;
import signpost.engine.rulebook.Rule;

/** Workbooks are read as a person sees them, and what nobody can see, or what could run, is refused. */
class WorkbooksTest {

    private static final String FILE = "tables/points.xlsx";
    private static final String SHEET = "Rule,attendance,leaving_date,RONI points\nA,<90,,1\nB,,<2026-09-01,1\n";

    @Test
    void numbersDaysAndYesNoReadAsTheyAreShown() {
        byte[] workbook =
                AWorkbook.of("Rule,attendance,leaving_date,in_care,RONI points\nA,,,,\nB,,,,\nC,,,,\n", changed -> {
                    Sheet sheet = changed.getSheetAt(0);
                    AWorkbook.cell(sheet, 2, 2).setCellValue(0.899);
                    AWorkbook.cell(sheet, 2, 2).setCellStyle(format(changed, "0.0%"));
                    AWorkbook.cell(sheet, 3, 3).setCellValue(LocalDate.of(2026, 9, 1));
                    AWorkbook.cell(sheet, 3, 3).setCellStyle(format(changed, "dd/mm/yyyy"));
                    AWorkbook.cell(sheet, 4, 4).setCellValue(true);
                    for (int row = 2; row <= 4; row++) {
                        AWorkbook.cell(sheet, row, 5).setCellValue(row);
                    }
                });
        assertThat(rules(workbook))
                .extracting(
                        rule -> rule.name() + ": " + rule.conditions().get(0).words() + ": "
                                + rule.points().findFirst().orElseThrow().points())
                .containsExactlyInAnyOrder(
                        "A: attendance is 89.9%: 2",
                        "B: the leaving date is on 1 September 2026: 3", "C: the student is in care: 4");
    }

    @Test
    void colouredLettersAreOnePlainText() {
        byte[] workbook = AWorkbook.of(SHEET, changed -> {
            XSSFRichTextString rich = new XSSFRichTextString("<90%");
            rich.applyFont(1, 3, changed.createFont());
            AWorkbook.cell(changed.getSheetAt(0), 2, 2).setCellValue(rich);
        });
        assertThat(rules(workbook)).hasSize(2);
    }

    @Test
    void sheetsOfAWorkbookArePartsOfOneTopic() {
        byte[] workbook = AWorkbook.of("attendance,RONI points\n<90,1\n", changed -> {
            AWorkbook.fill(changed.createSheet("More"), "attendance,RONI points\n<50,1\n");
            AWorkbook.fill(changed.createSheet("Notes"), "Whatever,people\nlike,to write\n");
            changed.createSheet("Empty");
        });
        assertThat(rules(workbook))
                .extracting(Rule::name)
                .containsExactlyInAnyOrder("points Points row 2", "points More row 2");
        assertThat(rules(workbook)).extracting(Rule::topic).containsOnly("points");
    }

    @Test
    void aTitleMayBeMergedButRulesMayNot() {
        String titled = "County points,,,\n" + SHEET;
        assertThat(problems(AWorkbook.of(titled, changed -> merge(changed, 0, 0))))
                .isEmpty();
        assertThat(problems(AWorkbook.of(titled, changed -> merge(changed, 2, 3))))
                .singleElement()
                .asString()
                .contains("Sheet \"Points\"", "A3:B4", "merged");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "cell B2 (\"=40+50\"): This cell holds a formula.",
                        changed -> AWorkbook.cell(changed.getSheetAt(0), 2, 2).setCellFormula("40+50")),
                refusal(
                        "cell B2 (\"=WEBSERVICE(\"http://example.org\")\"): This cell holds a formula.",
                        changed -> AWorkbook.cell(changed.getSheetAt(0), 2, 2)
                                .setCellFormula("WEBSERVICE(\"http://example.org\")")),
                refusal(
                        "cell B2 (\"#N/A\"): This cell holds an error.",
                        changed -> AWorkbook.cell(changed.getSheetAt(0), 2, 2).setCellErrorValue((byte) 42)),
                refusal(
                        "cell A2 (\"A\"): This cell is in a hidden row",
                        changed -> changed.getSheetAt(0).getRow(1).setZeroHeight(true)),
                refusal(
                        "cell B1 (\"attendance\"): This cell is in a hidden column",
                        changed -> changed.getSheetAt(0).setColumnHidden(1, true)),
                refusal("cell B2 (\"0.895\"): The number format of this cell shows something else", changed -> {
                    AWorkbook.cell(changed.getSheetAt(0), 2, 2).setCellValue(0.895);
                    AWorkbook.cell(changed.getSheetAt(0), 2, 2).setCellStyle(format(changed, "0%"));
                }),
                refusal("cell C2 (\"46266.5\"): The number format of this cell shows something else", changed -> {
                    AWorkbook.cell(changed.getSheetAt(0), 2, 3).setCellValue(46266.5);
                    AWorkbook.cell(changed.getSheetAt(0), 2, 3).setCellStyle(format(changed, "dd/mm/yyyy hh:mm"));
                }),
                refusal(
                        "cell B2 (\"<9o\") under \"attendance\": \"9o\" is not a number",
                        changed -> AWorkbook.cell(changed.getSheetAt(0), 2, 2).setCellValue("<9o")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalNamesSheetAndCell(String problem, Consumer<XSSFWorkbook> change) {
        assertThat(problems(AWorkbook.of(SHEET, change)))
                .anyMatch(found -> found.contains("Sheet \"Points\", " + problem));
    }

    @Test
    void aHiddenSheetIsRefusedByName() {
        byte[] workbook = AWorkbook.of(SHEET, changed -> {
            AWorkbook.fill(changed.createSheet("Old"), SHEET);
            changed.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
        });
        assertThat(problems(workbook)).singleElement().asString().contains("The sheet \"Old\" is hidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/vbaProject.bin",
                "xl/macrosheets/sheet1.xml",
                "xl/externalLinks/externalLink1.xml",
                "xl/embeddings/oleObject1.bin",
                "xl/activeX/activeX1.xml",
                "xl/connections.xml"
            })
    void whatCouldRunOrReachOutIsRefused(String part) {
        assertThat(problems(AWorkbook.with(AWorkbook.of(SHEET), Map.of(part, new byte[] {1}))))
                .singleElement()
                .asString()
                .startsWith(FILE + ":1:1: This workbook holds ")
                .contains(part.toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void aZipBombIsNotUnpacked() {
        byte[] zeros = new byte[WorkbookParts.LARGEST + 1];
        assertThat(problems(AWorkbook.with(AWorkbook.of(SHEET), Map.of("xl/media/image1.png", zeros))))
                .singleElement()
                .asString()
                .contains("unpacks to more than a table of rules can need");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"})
    void documentTypesAndEntitiesAreRefused(String part) {
        String entities = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c SYSTEM \"file:///etc/passwd\">]>";
        byte[] workbook = AWorkbook.rewritten(AWorkbook.of(SHEET), part, xml -> {
            int root = xml.indexOf('<', xml.indexOf("?>"));
            return xml.substring(0, root) + entities + xml.substring(root);
        });
        assertThat(problems(workbook)).singleElement().asString().contains("cannot be read as an Excel workbook");
    }

    @Test
    void whatIsNoWorkbookIsRefused() {
        byte[] good = AWorkbook.of(SHEET);
        byte[] old = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 600);
        assertThat(problems(new byte[0])).singleElement().asString().contains("not an Excel workbook");
        assertThat(problems("Rule,attendance".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .contains("not an Excel workbook");
        assertThat(problems(old)).singleElement().asString().contains("locked with a password");
        for (int length = 10; length < good.length; length += good.length / 12) {
            assertThat(problems(Arrays.copyOf(good, length))).isNotEmpty();
        }
        assertThat(problems(AWorkbook.rewritten(good, "xl/worksheets/sheet1.xml", xml -> "<a>".repeat(100_000))))
                .singleElement()
                .asString()
                .contains("cannot be read");
    }

    private static Arguments refusal(String problem, Consumer<XSSFWorkbook> change) {
        return Arguments.of(problem, change);
    }

    private static CellStyle format(XSSFWorkbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setFillPattern(FillPatternType.NO_FILL);
        return style;
    }

    private static void merge(XSSFWorkbook workbook, int firstRow, int lastRow) {
        workbook.getSheetAt(0).addMergedRegion(new CellRangeAddress(firstRow, lastRow, 0, 1));
    }

    private static List<Rule> rules(byte[] workbook) {
        return ABook.withoutRules().with(FILE, workbook).read().rules();
    }

    private static List<String> problems(byte[] workbook) {
        return ABook.withRules(ABook.rule("Other", "flag \"Other\" as low", "attendance is known"))
                .with(FILE, workbook)
                .problems();
    }
}
