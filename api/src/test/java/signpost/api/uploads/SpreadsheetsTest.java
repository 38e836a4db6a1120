package signpost.api.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.uploads.SmallBook.REASONS;
import static signpost.api.uploads.SmallBook.TABLE;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.drafts.TestDrafts;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.Visitor;

/** Tables as spreadsheet programs save them come in as what somebody changed, and nothing else. */
@SignpostTest
class SpreadsheetsTest {

    private static final String NOTED = "# Points, as the council publishes them\n\n" + SmallBook.text(TABLE);

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestDrafts typing;

    private SmallDraft draft;

    @BeforeEach
    void aSmallBook() {
        draft = SmallDraft.of(port, schools, typing);
        draft.post("/file", Map.of("path", TABLE, "text", NOTED));
        assertThat(text()).isEqualTo(NOTED);
    }

    private String text() {
        return new String(draft.files().bytes(TABLE), StandardCharsets.UTF_8);
    }

    private Visitor.Answer upload(String csv) {
        return draft.upload("points.csv", TABLE, csv.getBytes(StandardCharsets.UTF_8));
    }

    /** As spreadsheets write it: every row as wide as the widest, other ends of lines, marks where none need be. */
    private static String saved(String between) {
        return "\"# Points\"; as the council publishes them;;;\r\n;;;;\r\nRule;Attendance;\"Flag\";Severity;Because\r\nRow;<80;Row;low;a reason\r\n;;;;\r\n"
                .replace(";", between);
    }

    @Test
    void aCsvThatASpreadsheetSavedIsNoChange() {
        for (String between : new String[] {",", ";", "\t"}) {
            assertThat(upload(saved(between)).words()).as(between).contains("Nothing would change");
            assertThat(upload("\uFEFF" + saved(between)).words()).contains("Nothing would change");
        }
    }

    @Test
    void aCellChangedInItIsTheOnlyChange() {
        for (String between : new String[] {",", ";", "\t"}) {
            draft.post("/file", Map.of("path", TABLE, "text", NOTED));
            Visitor.Answer shown = upload(saved(between).replace("a reason", "another reason"));
            assertThat(shown.words())
                    .contains("was a reason", "becomes another reason")
                    .doesNotContain("was # Points");
            draft.put(shown);
            assertThat(text()).isEqualTo(NOTED.replace("a reason", "another reason"));
        }
    }

    @Test
    void aNoteWrittenInASpreadsheetIsALineOfWords() {
        draft.put(upload(saved(",").replaceFirst(",,,,\r\n$", "") + "# Ask the council; again,,,,\r\n"));
        assertThat(text()).isEqualTo(NOTED + "# Ask the council; again\n");
    }

    @Test
    void formulasAreRefusedAndComeOutAsText() {
        String text =
                SmallBook.text(REASONS) + "A,+1+1,no,\nB,-1+1,no,\nC,\"@SUM(1,1)\",no,\nD,=cmd|' /C calc'!A0,no,\n";
        draft.post("/file", Map.of("path", REASONS, "text", text));
        assertThat(draft.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("begins with =, as a formula does"));

        byte[] workbook = draft.head()
                .get(draft.at("/sheet.xlsx?path=") + Visitor.encoded(REASONS))
                .body();

        assertThat(Packing.part(workbook, "xl/worksheets/sheet1.xml")).doesNotContain("<f>", "<f ");
        assertThat(draft.upload("override-reasons.xlsx", REASONS, workbook).words())
                .contains("override-reasons.xlsx", "cell B6", "begins with =");
    }

    @Test
    void whatOnlyLooksLikeAFormulaComesInAgainUnchanged() {
        String text = SmallBook.text(REASONS) + "A,+1+1,no,\nB,-1+1,no,\nC,\"@SUM(1,1)\",no,\n";
        draft.post("/file", Map.of("path", REASONS, "text", text));
        byte[] workbook = draft.head()
                .get(draft.at("/sheet.xlsx?path=") + Visitor.encoded(REASONS))
                .body();
        assertThat(draft.upload("override-reasons.xlsx", REASONS, workbook).words())
                .contains("Nothing would change");
    }
}
