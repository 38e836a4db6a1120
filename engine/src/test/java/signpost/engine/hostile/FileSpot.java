package signpost.engine.hostile;

import static signpost.engine.table.AWorkbook.escaped;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import signpost.engine.ABook;

/** A place of a file that spreadsheets write, of a table of scenarios, or of what a table is made of. */
enum FileSpot {
    CSV(text -> table(text)),
    UNQUOTED(text -> table("Rule,attendance,RONI points\n" + text + "," + text + "," + text + "\n")),
    FORMULA(text -> cell("<c><f>" + escaped(text) + "</f><v>1</v></c>")),
    NUMBER(text -> cell("<c><v>" + escaped(text) + "</v></c>")),
    ERROR(text -> cell("<c t=\"e\"><v>" + escaped(text) + "</v></c>")),
    TYPE(text -> cell("<c t=\"" + escaped(text) + "\"><v>1</v></c>")),
    STYLE(text -> cell("<c s=\"" + escaped(text) + "\"><v>1</v></c>")),
    REFERENCE(text -> cell("<c r=\"" + escaped(text) + "\"><v>1</v></c>")),
    MERGED(text -> workbook(TableSpot.withSheet(ATable.sheet("")
            .replace(
                    "</worksheet>",
                    "<mergeCells><mergeCell ref=\"" + escaped(text) + "\"/></mergeCells></worksheet>")))),
    SHEET(text -> workbook(TableSpot.withSheet(text))),
    SHEET_NAME(text -> workbook(TableSpot.rewritten(
            "xl/workbook.xml", xml -> xml.replace("name=\"Points\"", "name=\"" + escaped(text) + "\"")))),
    SHARED_TEXT(text -> workbook(TableSpot.rewritten(
            "xl/sharedStrings.xml", xml -> xml.replace(">attendance<", ">" + escaped(text) + "<")))),
    SHARED_MARKUP(text -> workbook(
            TableSpot.rewritten("xl/sharedStrings.xml", xml -> xml.replace(">attendance<", ">" + text + "<")))),
    STYLES(text -> workbook(TableSpot.rewritten("xl/styles.xml", xml -> text))),
    RELATIONS(text -> workbook(TableSpot.rewritten(
            "xl/_rels/workbook.xml.rels", xml -> xml.replace("worksheets/sheet1.xml", escaped(text))))),
    CONTENT_TYPES(text -> workbook(TableSpot.rewritten("[Content_Types].xml", xml -> text))),
    WORKBOOK_NAME(text ->
            ABook.when("attendance is known").with("tables/" + text + ".xlsx", TableSpot.rewritten("", xml -> xml))),
    TABLE_NAME(text ->
            ABook.when("attendance is known").with("tables/" + text + ".csv", "attendance,RONI points\n<90,1\n")),
    SCENARIO(scenario("Scenario")),
    SCENARIO_FOR(scenario("For")),
    SCENARIO_ON(scenario("On")),
    SCENARIO_TERM(scenario("Term")),
    SCENARIO_VALUE(scenario("Attendance")),
    SCENARIO_TEXT(scenario("intended_provider")),
    SCENARIO_GIVEN(scenario("Given")),
    SCENARIO_EXPECT(scenario("Expect")),
    SCENARIO_FLAG(text -> scenarios("Expect", "flag \"" + text + "\"")),
    SCENARIO_HEADING(scenario(""));

    private final Function<String, ABook> book;

    FileSpot(Function<String, ABook> book) {
        this.book = book;
    }

    /** A small book with this text in this place. */
    ABook with(String text) {
        return book.apply(text);
    }

    private static ABook table(String csv) {
        return ABook.when("attendance is known").with("tables/points.csv", csv);
    }

    private static ABook workbook(byte[] bytes) {
        return ABook.when("attendance is known").with("tables/points.xlsx", bytes);
    }

    private static ABook cell(String xml) {
        return workbook(TableSpot.withSheet(ATable.sheet("<row><c t=\"inlineStr\"><is><t>Rule</t></is></c>"
                + "<c t=\"inlineStr\"><is><t>attendance</t></is></c></row><row>" + xml + xml + "</row>")));
    }

    private static Function<String, ABook> scenario(String heading) {
        return text -> scenarios(heading, text);
    }

    /** A table of one scenario, with this text under one heading; as a heading itself where that is empty. */
    private static ABook scenarios(String heading, String text) {
        Map<String, String> cells = Map.of("Scenario", "S", "Attendance", "90%", "Expect", "flag \"Tested\"");
        List<String> headings =
                List.of("Scenario", "For", "On", "Term", "Attendance", "intended_provider", "Given", "Expect", "");
        return ABook.when("attendance is known")
                .with(
                        "topics/test.scenarios.csv",
                        TableSpot.csv(List.of(
                                headings.stream()
                                        .map(one -> one.isEmpty() && heading.isEmpty() ? text : one)
                                        .toList(),
                                headings.stream()
                                        .map(one -> one.equals(heading) ? text : cells.getOrDefault(one, ""))
                                        .toList())));
    }
}
