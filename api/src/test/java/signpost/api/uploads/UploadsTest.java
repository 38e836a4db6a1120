package signpost.api.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.drafts.TestDrafts;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.Role;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.Visitor;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookZip;

/** Files that arrive are shown as what they would change, and change a draft only then. */
@SignpostTest
class UploadsTest {

    private static final String RONI = "tables/roni.csv";

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestDrafts typing;

    @Autowired
    Expiry expiry;

    @Autowired
    Clock clock;

    private TestSchools.TestSchool school;
    private TestSchools.Person head;
    private Visitor visitor;
    private UUID draft;

    @BeforeEach
    void aDraft() {
        school = schools.school();
        head = school.person(Role.HEAD_OF_DESTINATIONS);
        visitor = new Visitor(port, head);
        draft = within(() -> typing.draft(school.id(), own(), by(), Map.of()));
    }

    private Owner own() {
        return new Owner(school.id(), false, school.name());
    }

    private Person by() {
        return new Person(head.displayName(), java.util.Optional.of(head.accountId()));
    }

    private <T> T within(Supplier<T> work) {
        return schools.scope().within(school.id(), work);
    }

    private BookFiles files() {
        return within(() -> typing.own(school.id(), own(), draft));
    }

    private String text(String path) {
        return new String(files().bytes(path), StandardCharsets.UTF_8);
    }

    private String address() {
        return "/rule-book/drafts/" + draft;
    }

    private Visitor.Answer upload(String name, String into, byte[] bytes) {
        return visitor.upload(address() + "/uploads", Map.of("into", into), Map.of(name, bytes));
    }

    private byte[] workbook(String path) {
        Visitor.Answer answer = visitor.get(address() + "/sheet.xlsx?path=" + Visitor.encoded(path));
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static byte[] edited(byte[] workbook, Consumer<Sheet> edit) {
        try (XSSFWorkbook opened = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                ByteArrayOutputStream saved = new ByteArrayOutputStream()) {
            edit.accept(opened.getSheet("Table"));
            opened.write(saved);
            return saved.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void theWholeBookOutAndInAgainIsNoChange() {
        byte[] zip = visitor.get(address() + "/book.zip").body();

        Visitor.Answer shown = upload("rule-book-draft.zip", "", zip);

        assertThat(shown.words()).contains("Nothing would change").doesNotContain("Put into the draft");
        assertThat(BookZip.pack(files())).isEqualTo(zip);
    }

    @Test
    void aZipIsShownInWordsBeforeItIsPutIn() {
        String before = text("topics/attendance.txt");
        Map<String, byte[]> changed = new TreeMap<>();
        files().paths().forEach(path -> changed.put("my book/" + path, files().bytes(path)));
        changed.put(
                "my book/topics/attendance.txt",
                before.replace("attendance is 90% or below", "attendance is 88% or below")
                        .getBytes(StandardCharsets.UTF_8));
        changed.remove("my book/topics/aspirations.scenarios.csv");

        Visitor.Answer shown = upload("book.zip", "", BookZip.pack(new BookFiles(changed)));

        assertThat(shown.words())
                .contains("topics/attendance.txt changed", "topics/aspirations.scenarios.csv taken away")
                .contains("What would be wrong");
        assertThat(text("topics/attendance.txt")).isEqualTo(before);
        assertThat(visitor.post(shown.path() + "/put", Map.of()).words()).contains("is in the draft");
        assertThat(text("topics/attendance.txt")).contains("88% or below");
        assertThat(files().paths()).doesNotContain("topics/aspirations.scenarios.csv");
        assertThat(visitor.get(shown.path()).status()).isEqualTo(404);
    }

    @Test
    void everyTableComesBackFromASpreadsheetUnchanged() {
        List<String> tables =
                files().paths().stream().filter(path -> path.endsWith(".csv")).toList();
        assertThat(tables).hasSizeGreaterThan(10);
        for (String path : tables) {
            byte[] workbook = workbook(path);
            for (byte[] saved : List.of(workbook, edited(workbook, sheet -> {}))) {
                assertThat(upload("x.xlsx", path, saved).words()).as(path).contains("Nothing would change");
            }
        }
    }

    @Test
    void whatIsNoneOfTheTablesOrNoFileOfABookIsRefusedInWords() {
        byte[] report = "Student,Form,Present\nAlice,11B,90\n".getBytes(StandardCharsets.UTF_8);
        assertThat(upload("attendance report.csv", "tables/roni.csv", report).words())
                .contains("This is not the table tables/roni.csv: it has none of its columns")
                .doesNotContain("Alice");
        assertThat(upload("a\u0000.txt", "topics", report).status()).isEqualTo(400);
        assertThat(upload("photo.jpg", "", report).words()).contains("photo.jpg is not a file of a rule book");
        assertThat(upload("roni.xls", "tables/roni.csv", report).words())
                .contains("Save a table of another program as");
    }

    @Test
    void aCellChangedInASpreadsheetChangesItsRowAndNothingElse() {
        byte[] saved = edited(workbook("catalogue/override-reasons.csv"), sheet -> {
            sheet.getRow(1).getCell(3).setCellValue("Say what was done");
        });

        Visitor.Answer shown = upload("override-reasons (1).xlsx", "", saved);

        assertThat(shown.words())
                .contains("ALREADY-DONE", "note", "was Say what was done and when", "becomes Say what was done ");
        String before = text("catalogue/override-reasons.csv");
        visitor.post(shown.path() + "/put", Map.of());
        String[] was = before.split("\n", -1);
        String[] is = text("catalogue/override-reasons.csv").split("\n", -1);
        assertThat(is[1]).isEqualTo("ALREADY-DONE,Already done or under way,no,Say what was done");
        assertThat(Arrays.copyOfRange(is, 2, is.length)).isEqualTo(Arrays.copyOfRange(was, 2, was.length));
    }

    @Test
    void numbersAndDaysOfASpreadsheetReadAsWritten() {
        byte[] saved = edited(workbook("catalogue/interventions.csv"), sheet -> {
            var day = sheet.getWorkbook().createCellStyle();
            day.setDataFormat((short) 14);
            sheet.getRow(1).getCell(4).setBlank();
            sheet.getRow(1).getCell(4).setCellValue(0.75);
            sheet.getRow(1).getCell(12).setCellValue(java.time.LocalDate.of(2027, 7, 31));
            sheet.getRow(1).getCell(12).setCellStyle(day);
        });
        assertThat(upload("interventions.xlsx", "", saved).words()).contains("Nothing would change");
    }

    @Test
    void theWorkbookOffersTheCodesOfTheBook() throws IOException {
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(workbook("topics/send.scenarios.csv")))) {
            assertThat(workbook.getSheet("Table").getDataValidations()).hasSizeGreaterThan(4);
            assertThat(workbook.getSheet("Table").getPaneInformation().isFreezePane())
                    .isTrue();
            assertThat(workbook.getSheet("Notes").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("For");
        }
    }

    @Test
    void whatSomebodySavedMeanwhileIsNotOverwritten() {
        String roni = text(RONI);
        String first =
                roni.lines().filter(line -> line.contains("<")).findFirst().orElseThrow();
        Visitor.Answer shown = upload("roni.csv", "", (roni + "# mine\n").getBytes(StandardCharsets.UTF_8));
        within(() -> typing.save(
                school.id(),
                own(),
                draft,
                "catalogue/override-reasons.csv",
                "code,label,lasting,note\nX,Y,no,\n",
                by()));

        assertThat(visitor.post(shown.path() + "/put", Map.of()).words()).contains("together with what was saved");
        assertThat(text("catalogue/override-reasons.csv")).contains("X,Y,no");
        assertThat(text(RONI)).endsWith("# mine\n");

        Visitor.Answer again = upload(
                "roni.csv", "", roni.replace(first, first.replace("<", "<1")).getBytes(StandardCharsets.UTF_8));
        within(() -> typing.save(school.id(), own(), draft, RONI, roni.replace(first, first.replace("<", "<2")), by()));
        Visitor.Answer refused = visitor.post(again.path() + "/put", Map.of());
        assertThat(refused.words()).contains("somebody changed the same").doesNotContain("Put into the draft");
        assertThat(text(RONI)).contains(first.replace("<", "<2"));
    }

    @Test
    void whatIsThrownAwayChangesNothing() {
        String before = files().digest();
        Visitor.Answer shown = upload("notes.txt", "topics", "Rule: A\n".getBytes(StandardCharsets.UTF_8));
        assertThat(shown.words()).contains("topics/notes.txt new", "What would be wrong");
        assertThat(visitor.post(shown.path() + "/drop", Map.of()).words()).contains("Thrown away");
        assertThat(files().digest()).isEqualTo(before);
        assertThat(visitor.get(shown.path()).status()).isEqualTo(404);
    }

    @Test
    void whatNobodyPutInIsDeletedAfterADayByItself() {
        Visitor.Answer shown = upload("a.txt", "topics", "Rule: A".getBytes(StandardCharsets.UTF_8));

        expiry.of(school.id(), clock.instant().plus(Duration.ofHours(23)));
        assertThat(visitor.get(shown.path()).status()).isEqualTo(200);

        expiry.of(school.id(), clock.instant().plus(Duration.ofHours(25)));
        assertThat(visitor.get(shown.path()).status()).isEqualTo(404);
    }

    @Test
    void namesThatNotEveryComputerKeepsApartAreRefusedOnEveryWayIn() {
        byte[] text = "Rule: A".getBytes(StandardCharsets.UTF_8);
        String before = files().digest();
        for (String path : List.of("topics/ATTENDANCE.txt", "topics/CON.txt", "topics/a .txt")) {
            String said = path.contains("ATT") ? "only by capitals" : path.contains("CON") ? "Windows" : "space";
            assertThat(visitor.post(address() + "/file/new", Map.of("path", path))
                            .words())
                    .contains(said);
            assertThat(visitor.post(address() + "/file", Map.of("path", path, "text", "Rule: A"))
                            .words())
                    .contains(said);
            assertThat(upload("x.txt", path, text).words()).contains(said);
            Map<String, byte[]> zipped = new TreeMap<>();
            files().paths().forEach(one -> zipped.put(one, files().bytes(one)));
            zipped.put(path, text);
            assertThat(upload("book.zip", "", BookZip.pack(new BookFiles(zipped)))
                            .words())
                    .contains(said);
        }
        assertThat(files().digest()).isEqualTo(before);
    }

    @Test
    void whatIsTypedIsNeitherAWorkbookNorNameless() {
        String before = files().digest();
        for (String path : List.of("", "tables/x.xlsx")) {
            Visitor.Answer answer = visitor.post(address() + "/file", Map.of("path", path, "text", "junk"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.words()).contains(path.isEmpty() ? "A file lies in topics" : "made in a spreadsheet");
        }
        assertThat(files().digest()).isEqualTo(before);
    }

    @Test
    void aDraftTakesNoMoreFilesThanABook() {
        int room = 500 - files().paths().size();
        Map<String, byte[]> full = new TreeMap<>();
        files().paths().forEach(one -> full.put(one, files().bytes(one)));
        for (int at = 0; at < room; at++) {
            full.put("topics/note-" + at + ".txt", "# A note\n".getBytes(StandardCharsets.UTF_8));
        }
        visitor.post(upload("book.zip", "", BookZip.pack(new BookFiles(full))).path() + "/put", Map.of());
        assertThat(files().paths()).hasSize(500);

        assertThat(visitor.post(address() + "/file", Map.of("path", "topics/more.txt", "text", "# A note"))
                        .words())
                .contains("more than 500 files or 16 MB", "Take files out of the draft first");
        assertThat(files().paths()).hasSize(500);

        visitor.post(address() + "/file/remove", Map.of("path", "topics/note-1.txt"));
        visitor.post(address() + "/file", Map.of("path", "topics/more.txt", "text", "# A note"));
        assertThat(files().paths()).hasSize(500).contains("topics/more.txt");
    }

    @Test
    void moreThanOneFileOrNoneIsRefused() {
        byte[] text = "Rule: A".getBytes(StandardCharsets.UTF_8);
        assertThat(visitor.upload(address() + "/uploads", Map.of(), Map.of("a.txt", text, "b.txt", text))
                        .words())
                .contains("Send one file at a time");
        assertThat(visitor.upload(address() + "/uploads", Map.of(), Map.of()).status())
                .isEqualTo(422);
        assertThat(visitor.post(address() + "/uploads", Map.of()).status()).isEqualTo(422);
    }

    @Test
    void anotherSchoolFindsNoneOfIt() {
        Visitor.Answer shown = upload("a.txt", "topics", "Rule: A".getBytes(StandardCharsets.UTF_8));
        Visitor stranger = new Visitor(port, schools.school().person(Role.HEAD_OF_DESTINATIONS));
        assertThat(stranger.get(shown.path()).status()).isEqualTo(404);
        assertThat(stranger.post(shown.path() + "/put", Map.of()).status()).isEqualTo(404);
        assertThat(stranger.get(address() + "/sheet.xlsx?path=" + RONI).status())
                .isEqualTo(404);
    }
}
