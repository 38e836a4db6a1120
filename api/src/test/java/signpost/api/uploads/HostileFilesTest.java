package signpost.api.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.uploads.Packing.with;
import static signpost.api.uploads.Packing.zip;
import static signpost.api.uploads.SmallBook.RULES;
import static signpost.api.uploads.SmallBook.TABLE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.drafts.TestDrafts;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.Visitor;

/** Files made to do harm, and files that are not what their name says, change nothing and are refused in words. */
@SignpostTest
class HostileFilesTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

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
    }

    private void refused(String name, String into, byte[] bytes, String... why) {
        Visitor.Answer answer = draft.upload(name, into, bytes);
        assertThat(answer.status()).as(name).isEqualTo(422);
        assertThat(answer.words()).contains(why);
        assertThat(draft.files().digest()).isEqualTo(SmallBook.files().digest());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void hostileZipsAreRefused() throws IOException {
        refused("bomb.zip", "", zip(Map.of("topics/bomb.txt", new byte[64 << 20])), "2 MB");
        refused("up.zip", "", zip(Map.of("../../etc/passwd.txt", new byte[1])), "cannot be part of a book");
        refused("root.zip", "", zip(Map.of("/etc/passwd.txt", new byte[1])), "cannot be part of a book");
        refused("drive.zip", "", zip(Map.of("C:/topics/a.txt", new byte[1])), "cannot be part of a book");
        refused("back.zip", "", zip(Map.of("..\\a.txt", new byte[1])), "cannot be part of a book");
        refused(
                "deep.zip",
                "",
                zip(Map.of("topics/deep/a.txt", bytes("x"), "topics/a.txt", bytes("x"))),
                "A file lies in topics");
        refused("program.zip", "", zip(Map.of("topics/run.sh", new byte[1])), "run.sh");
        refused("broken.zip", "", bytes("PK\u0003\u0004 not a zip"), "not a zip");
        refused("within.zip", "", zip(Map.of("topics/a.txt", zip(Map.of("b", new byte[1])))), "archive within");
        Map<String, byte[]> many = new TreeMap<>();
        IntStream.range(0, 10_000).forEach(at -> many.put("topics/f" + at + ".txt", new byte[] {'#'}));
        refused("many.zip", "", zip(many), "more than 500 files");
    }

    @Test
    void whatNoFileSystemKeepsApartIsRefused() throws IOException {
        refused("twice.zip", "", entries("topics/a.txt", "topics/a.txt"), "topics/a.txt", "twice");
        refused("cases.zip", "", entries("topics/a.txt", "topics/A.txt"), "topics/A.txt", "only by capitals");
    }

    private static byte[] entries(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (String name : names) {
                zip.putArchiveEntry(new ZipArchiveEntry(name));
                zip.write(bytes("# a note\n"));
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void linksAndLockedFilesInAZipAreRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry link = new ZipArchiveEntry("topics/link.txt");
            link.setUnixMode(0120777);
            zip.putArchiveEntry(link);
            zip.write(bytes("/etc/passwd"));
            zip.closeArchiveEntry();
        }
        refused("link.zip", "", bytes.toByteArray(), "a link");
        refused("locked.zip", "", locked(entries("topics/a.txt")), "topics/a.txt", "without a password");
    }

    /** The bit that says a file is encrypted, in its own header and in the directory. */
    private static byte[] locked(byte[] zip) {
        for (int at = 0; at < zip.length - 4; at++) {
            if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 3) {
                zip[at + 6] |= 1;
            } else if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1) {
                zip[at + 8] |= 1;
            }
        }
        return zip;
    }

    private static byte[] sound() {
        return Packing.workbook(List.of(
                List.of("Rule", "Attendance", "Flag", "Severity", "Because"),
                List.of("A", "<80", "Row", "low", "a reason")));
    }

    @Test
    void hostileWorkbooksAreRefused() {
        byte[] sound = sound();
        refused("macro.xlsx", TABLE, with(sound, "xl/vbaProject.bin", before -> "x"), "macros");
        refused(
                "link.xlsx",
                TABLE,
                with(sound, "xl/externalLinks/externalLink1.xml", before -> "<x/>"),
                "links to other workbooks");
        refused(
                "far.xlsx",
                TABLE,
                with(sound, SHEET, xml -> xml.replace("r=\"A2\"", "r=\"XFD1048576\"")),
                "200 columns");
        refused(
                "formula.xlsx",
                TABLE,
                with(sound, SHEET, xml -> xml.replaceFirst("<v>[^<]*</v>", "<f>HYPERLINK(\"http://x\")</f><v>1</v>")),
                "formula");
        refused("bomb.xlsx", TABLE, with(sound, "xl/media/a.xml", before -> "0".repeat(20 << 20)), "12 MB");
    }

    @Test
    void entitiesOfAWorkbookAreNeverRead() {
        byte[] sound = sound();
        String file = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        String web = "<!DOCTYPE x [<!ENTITY % e SYSTEM \"http://127.0.0.1:9/x.dtd\"> %e;]>";
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        for (String type : List.of(file, web, laughs)) {
            for (String part : List.of(SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml")) {
                refused(
                        "entity.xlsx",
                        TABLE,
                        with(
                                sound,
                                part,
                                xml -> xml.replaceFirst("<(worksheet|sst|workbook|styleSheet)", type + "<$1")),
                        "entity.xlsx",
                        "cannot be read");
            }
        }
    }

    @Test
    void whatIsNotWhatItsNameSaysIsRefused() {
        refused("none.xlsx", TABLE, bytes("not a workbook"), "none.xlsx", "not an Excel workbook");
        refused("old.xlsx", TABLE, old(), "old.xlsx", "format of before 2007");
        refused("points.csv", TABLE, sound(), "points.csv", "Excel document");
        refused("points.csv", TABLE, picture(), "points.csv", "is a picture");
        refused("points.csv", TABLE, old(), "points.csv", "old Word or Excel document");
        refused("empty.csv", TABLE, new byte[0], "has something in it");
        refused("empty.zip", "", zip(Map.of()), "no file of a rule book");
    }

    private static byte[] old() {
        byte[] bytes = new byte[512];
        byte[] begins = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(begins, 0, bytes, 0, begins.length);
        return bytes;
    }

    private static byte[] picture() {
        byte[] bytes = new byte[512];
        byte[] begins = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        System.arraycopy(begins, 0, bytes, 0, begins.length);
        return bytes;
    }

    @Test
    void whatIsTooLargeIsRefusedInWords() {
        refused("large.zip", "", new byte[20 << 20], "larger than any rule book");
        refused("large.txt", RULES, bytes("x".repeat(3 << 20)), "2 MB at most");
    }
}
