package signpost.api.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.recommendations.EvaluationWorker;
import signpost.api.recommendations.Standing;
import signpost.api.recommendations.Standings;
import signpost.api.recommendations.TurnOfDay;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookZip;
import signpost.engine.rulebook.ZipReading;

/** A rule changed in each of the ways there are, through its impact, approval and publication, to a changed caseload. */
@SignpostTest
class WorkbenchStoryTest {

    private static final String RULE = """
            Rule: Third year of sixth form
              Why: Few courses are meant to last so long.
              When
                the student is in year 14
              Then
                flag "%s" as medium
                recommend PGI-01 within 2 weeks
              Because
                the student is in year {year group}
            """;

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    TurnOfDay turnOfDay;

    @Autowired
    EvaluationWorker worker;

    @Autowired
    Standings standings;

    private TestSchools.TestSchool school;
    private UUID student;
    private Page head;

    @BeforeEach
    void aHeadAndAStudent() {
        school = schools.school();
        student = students.enrol(school.id(), "W1", Map.of("nc_year", "14", "enrol_status", "C"));
        turnOfDay.come();
        worker.work();
        head = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
    }

    @Test
    void byTyping() {
        String draft = draft();
        typed(draft, "Typed");
        carriedThrough(draft, "Typed");
    }

    @Test
    void byPicking() {
        String draft = draft();
        typed(draft, "Before");
        head.navigate(draft + "/rule?path=topics/own.txt&name=Third%20year%20of%20sixth%20form");
        head.click("section[aria-labelledby=then] a:has-text('Change'):has-text('flag')");
        head.fill("#what", "Picked");
        head.click("main button:has-text('Save what follows')");
        head.waitForSelector("section[aria-labelledby=then] :text('Picked')");
        carriedThrough(draft, "Picked");
    }

    @Test
    void bySpreadsheet() throws IOException {
        String draft = draft();
        upload(draft, "sheet.xlsx", workbook(), "tables");
        carriedThrough(draft, "By spreadsheet");
    }

    @Test
    void byZip() throws IOException {
        String draft = draft();
        head.navigate(draft);
        Download download = head.waitForDownload(() -> head.click("text=Download all files (zip)"));
        ZipReading reading = BookZip.unpack("book.zip", Files.readAllBytes(download.path()));
        BookFiles before = ((ZipReading.Unpacked) reading).files();
        Map<String, byte[]> files = new TreeMap<>();
        before.paths().forEach(path -> files.put(path, before.bytes(path)));
        files.put("topics/own.txt", RULE.formatted("By zip").getBytes(StandardCharsets.UTF_8));
        upload(draft, "book.zip", BookZip.pack(new BookFiles(files)), "");
        carriedThrough(draft, "By zip");
    }

    private String draft() {
        head.navigate(url("/rule-book/drafts"));
        head.fill("#name", "Third year of sixth form");
        head.click("main button:has-text('Start a draft')");
        head.waitForSelector("h1:has-text('Third year of sixth form')");
        return head.url();
    }

    private void typed(String draft, String flag) {
        head.navigate(draft);
        head.fill("#path", "topics/own.txt");
        head.click("button:has-text('Add a file')");
        head.waitForSelector("#rule-editor[data-ready]");
        head.locator("#rule-editor .cm-content").focus();
        head.keyboard().press("Control+a");
        head.keyboard().insertText(RULE.formatted(flag));
        head.keyboard().press("Escape");
        head.click("#save");
        head.waitForSelector("text=Saved.");
    }

    private void upload(String draft, String name, byte[] content, String into) {
        head.navigate(draft + "/uploads");
        head.setInputFiles("#file", new FilePayload(name, "application/octet-stream", content));
        head.selectOption("#into", into);
        head.click("main form[enctype] button");
        head.waitForSelector("h1:has-text('What would change')");
        head.click("text=Put into the draft");
        head.waitForURL(draft);
    }

    private void carriedThrough(String draft, String flag) {
        assertThat(flags()).doesNotContain(flag);
        head.navigate(draft);
        assertThat(head.textContent("main")).contains("Passed").doesNotContain("What is wrong");
        head.navigate(draft + "/impact");
        head.waitForSelector("text=Something would change for");
        assertThat(head.textContent("main")).contains(flag);
        head.navigate(draft + "/proposal");
        head.fill("#reason", "Nobody should be forgotten");
        head.click("main button:has-text('Propose')");
        head.waitForSelector("text=A second person can approve it now");
        assertThat(head.locator("button:has-text('Approve')").count()).isZero();

        Page second = browser.signedIn(port, school.person(Role.SENIOR_LEADER));
        second.navigate(draft + "/proposal");
        second.click("main button:has-text('Approve')");
        second.waitForSelector("text=It is in force.");

        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!flags().contains(flag) && System.nanoTime() < deadline) {
            worker.work();
        }
        Page adviser = browser.signedIn(port, school.person(Role.ADVISER));
        adviser.navigate(url("/caseload?view=all"));
        assertThat(adviser.textContent("main")).contains(flag);
        adviser.navigate(draft);
        assertThat(adviser.title()).doesNotContain("Third year");
    }

    private Set<String> flags() {
        return schools
                .scope()
                .within(school.id(), () -> standings.find(school.id(), student))
                .orElse(Standing.NONE)
                .flags()
                .stream()
                .map(flag -> flag.flag())
                .collect(Collectors.toSet());
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Rules");
            String[][] rows = {
                {"Rule", "Why", "Year group", "Flag", "Severity", "Because"},
                {
                    "Third year",
                    "Few courses last so long.",
                    "14",
                    "By spreadsheet",
                    "medium",
                    "the student is in year {year group}"
                }
            };
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length; column++) {
                    sheet.value(row, column, rows[row][column]);
                }
            }
        }
        return resaved(bytes.toByteArray());
    }

    /** As a spreadsheet program would save it: the writer marks its parts as very large files, which readers take for damage. */
    private static byte[] resaved(byte[] streamed) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Path file = Files.createTempFile("sheet", ".xlsx");
        Files.write(file, streamed);
        try (ZipFile in = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(in.getInputStream(entry).readAllBytes());
                out.closeEntry();
            }
        }
        Files.delete(file);
        return bytes.toByteArray();
    }
}
