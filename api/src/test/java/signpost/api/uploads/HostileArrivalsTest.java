package signpost.api.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
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
import signpost.engine.scenario.CheckedBook;
import signpost.engine.text.Problem;

/** What the rule language refuses arrives by every way there is into a draft, and is refused alike or stays plain text. */
@SignpostTest
class HostileArrivalsTest {

    private static final Path ATTACKS = Path.of("..", "engine", "src", "test", "attacks", "attacks.txt");
    private static final Path MARK = Path.of("target", "attacked");
    private static final Pattern REPEATED = Pattern.compile("<(\\d{1,7}) times (.+?)>");
    private static final Pattern ESCAPED = Pattern.compile("<U\\+([0-9A-F]{4,6})>");
    private static final String RULES = "topics/test.txt";
    private static final String SCENARIOS = "topics/test.scenarios.txt";
    private static final String TABLE = "tables/points.csv";
    private static final String REASONS = "catalogue/override-reasons.csv";

    private static final Map<String, String> BOOK = Map.of(
            "vocabulary/test.txt",
            """
                    Attribute: attendance_pct
                      Called: attendance
                      Kind: percentage from 0 to 100
                      Columns: attendance_pct
                      Why held: a test
                    """,
            RULES,
            """
                    Rule: Tested
                      Why: a reason
                      When
                        attendance is 90% or below
                      Then
                        flag "Tested" as low
                      Because
                        attendance is {attendance}
                    """,
            SCENARIOS,
            """
                    Scenario: It is tested
                      Given
                        attendance is 85%
                      Expect
                        flag "Tested"
                    """,
            TABLE,
            "Rule,Attendance,Flag,Severity,Because\nRow,<80,Row,low,a reason\n",
            "catalogue/interventions.csv",
            "code,title,description,delivered_by,hours,unit,places,years,terms,repeats,evidence,source\n"
                    + "ATT-01,A talk,x,tutor,1,teacher hour,,10,any,no,,\n",
            REASONS,
            "code,label,lasting,note\nOTHER,Another reason,no,\n");

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestDrafts typing;

    private TestSchools.TestSchool school;
    private Visitor visitor;
    private UUID draft;

    @BeforeEach
    void aSmallBook() {
        school = schools.school();
        var head = school.person(Role.HEAD_OF_DESTINATIONS);
        visitor = new Visitor(port, head);
        Person by = new Person(head.displayName(), java.util.Optional.of(head.accountId()));
        draft = within(() -> typing.draft(school.id(), own(), by, Map.of()));
        put(upload("book.zip", "", BookZip.pack(BookFiles.ofTexts(BOOK))));
        assertThat(problems()).isEmpty();
    }

    @AfterEach
    void nothingRan() {
        assertThat(MARK).doesNotExist();
        assertThat(System.getProperty("signpost.attacked")).isNull();
    }

    /** A way in. */
    private interface Way {
        Visitor.Answer send(String attack);
    }

    @TestFactory
    Stream<DynamicTest> everyAttackByEveryWayIsTextOrAProblem() {
        return ways().entrySet().stream()
                .map(way -> dynamicTest(
                        way.getKey(),
                        () -> chosen(way.getKey())
                                .forEach(attack -> held(way.getValue().send(attack), attack))));
    }

    private Map<String, Way> ways() {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("typed as a rule", attack -> typed(RULES, rule(attack)));
        ways.put(
                "typed as a condition",
                attack -> typed(RULES, BOOK.get(RULES).replace("attendance is 90% or below", attack)));
        ways.put(
                "typed as a scenario",
                attack -> typed(SCENARIOS, BOOK.get(SCENARIOS).replace("flag \"Tested\"", attack)));
        ways.put("typed as the vocabulary", attack -> typed("vocabulary/more.txt", attack));
        ways.put("in a cell", attack -> visitor.post(at("/table/row"), cells(attack)));
        ways.put(
                "uploaded as a text",
                attack -> put(upload("test.txt", RULES, rule(attack).getBytes(StandardCharsets.UTF_8))));
        ways.put(
                "uploaded as a table",
                attack -> put(upload(
                        "override-reasons.csv",
                        REASONS,
                        (BOOK.get(REASONS) + "X," + attack + ",no,\n").getBytes(StandardCharsets.UTF_8))));
        ways.put("uploaded in a workbook", attack -> put(upload("points.xlsx", "", workbook(attack))));
        ways.put("uploaded in a zip", attack -> put(upload("book.zip", "", book(RULES, rule(attack)))));
        ways.put(
                "as a file of a zip",
                attack -> put(upload("book.zip", "", book("topics/" + shortened(attack) + ".txt", "Rule: x"))));
        ways.put(
                "as the name of an upload",
                attack ->
                        put(upload(shortened(attack) + ".txt", "topics", "Rule: x".getBytes(StandardCharsets.UTF_8))));
        ways.put(
                "as the place of an upload",
                attack -> upload("a.txt", attack, "Rule: x".getBytes(StandardCharsets.UTF_8)));
        ways.put("as a new file", attack -> visitor.post(at("/file/new"), Map.of("path", "topics/" + attack)));
        ways.put("as a path", attack -> visitor.get(at("/table?path=") + Visitor.encoded(shortened(attack))));
        ways.put(
                "as a path of a workbook",
                attack -> visitor.get(at("/sheet.xlsx?path=") + Visitor.encoded(shortened(attack))));
        ways.put("as the name of a draft", attack -> visitor.post("/rule-book/drafts", Map.of("name", attack)));
        ways.put(
                "as a reason",
                attack -> visitor.post(at("/proposal/propose"), Map.of("reason", attack, "from-day", attack)));
        return ways;
    }

    private void held(Visitor.Answer answer, String attack) {
        assertThat(answer.status()).as(attack).isLessThan(500);
        escaped(answer, attack);
        Visitor.Answer shown = visitor.get(at(""));
        assertThat(shown.status()).as(attack).isEqualTo(200);
        escaped(shown, attack);
        // Refused as the language refuses it, and then never proposed.
        BookFiles files = within(() -> typing.own(school.id(), own(), draft));
        List<Problem> problems = problems();
        assertThat(problems)
                .as(attack)
                .isEqualTo(
                        CheckedBook.of(files) instanceof CheckedBook.Refused refused ? refused.problems() : List.of());
        if (!problems.isEmpty()) {
            var today = java.time.LocalDate.now();
            visitor.post(
                    at("/proposal/propose"),
                    Map.of(
                            "reason",
                            "x",
                            "from-day",
                            "" + today.getDayOfMonth(),
                            "from-month",
                            "" + today.getMonthValue(),
                            "from-year",
                            "" + today.getYear()));
            assertThat(visitor.get(at("/proposal")).words()).as(attack).doesNotContain("Proposed by");
        }
    }

    /** What would be markup stands in no page as markup. */
    private static void escaped(Visitor.Answer answer, String attack) {
        if (Pattern.compile("<[a-zA-Z!/]").matcher(attack).find() && attack.length() < 200) {
            assertThat(answer.text()).as(attack).doesNotContain(attack);
        }
    }

    private static List<String> chosen(String way) {
        List<String> attacks = attacks();
        int step = Boolean.getBoolean("signpost.thorough") ? 1 : 72;
        int first = Math.floorMod(way.hashCode(), step);
        return IntStream.range(0, attacks.size())
                .filter(at -> at % step == first)
                .mapToObj(attacks::get)
                .toList();
    }

    private static List<String> attacks() {
        try {
            return Files.readAllLines(ATTACKS).stream()
                    .filter(line -> line.startsWith("  "))
                    .map(line -> undone(line.substring(2)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String undone(String written) {
        String repeated = REPEATED.matcher(written)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
        return ESCAPED.matcher(repeated)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }

    private static String shortened(String attack) {
        return attack.substring(0, Math.min(attack.length(), 1_000));
    }

    private static String rule(String flag) {
        return BOOK.get(RULES).replace("flag \"Tested\"", "flag \"" + flag + "\"");
    }

    private Visitor.Answer typed(String path, String text) {
        return visitor.post(at("/file"), Map.of("path", path, "text", text));
    }

    private static Map<String, String> cells(String attack) {
        return Map.of(
                "path", TABLE, "cell-0", attack, "cell-1", attack, "cell-2", attack, "cell-3", "low", "cell-4", attack);
    }

    private static byte[] book(String path, String text) {
        Map<String, byte[]> files = new TreeMap<>();
        BOOK.forEach((one, content) -> files.put(one, content.getBytes(StandardCharsets.UTF_8)));
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return zip(files);
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] workbook(String attack) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("Table");
            List<List<String>> rows = List.of(
                    List.of("Rule", "Attendance", "Flag", "Severity", "Because"),
                    List.of("A", "<80", attack, "low", attack));
            for (int row = 0; row < rows.size(); row++) {
                var cells = sheet.createRow(row);
                for (int column = 0; column < rows.get(row).size(); column++) {
                    String text = rows.get(row).get(column);
                    cells.createCell(column).setCellValue(text.substring(0, Math.min(text.length(), 32_000)));
                }
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Owner own() {
        return new Owner(school.id(), false, school.name());
    }

    private <T> T within(Supplier<T> work) {
        return schools.scope().within(school.id(), work);
    }

    private List<Problem> problems() {
        return within(() -> typing.problems(school.id(), own(), draft));
    }

    private String at(String path) {
        return "/rule-book/drafts/" + draft + path;
    }

    private Visitor.Answer upload(String name, String into, byte[] bytes) {
        return visitor.upload(at("/uploads"), Map.of("into", into), Map.of(name, bytes));
    }

    /** Puts what is shown into the draft; what was refused stays refused. */
    private Visitor.Answer put(Visitor.Answer shown) {
        return shown.status() == 200 && shown.text().contains("Put into the draft")
                ? visitor.post(shown.path() + "/put", Map.of())
                : shown;
    }

    private void refused(String name, String into, byte[] bytes, String why) {
        BookFiles before = within(() -> typing.own(school.id(), own(), draft));
        Visitor.Answer answer = upload(name, into, bytes);
        assertThat(answer.status()).as(name).isEqualTo(422);
        assertThat(answer.words()).contains(why);
        assertThat(within(() -> typing.own(school.id(), own(), draft)).digest()).isEqualTo(before.digest());
    }

    @Test
    void hostileZipsAreRefused() throws IOException {
        refused("bomb.zip", "", zip(Map.of("topics/bomb.txt", new byte[64 << 20])), "2 MB");
        refused("up.zip", "", zip(Map.of("../../etc/passwd.txt", new byte[1])), "cannot be part of a book");
        refused(
                "deep.zip",
                "",
                zip(Map.of(
                        "topics/deep/a.txt",
                        "x".getBytes(StandardCharsets.UTF_8),
                        "topics/a.txt",
                        "x".getBytes(StandardCharsets.UTF_8))),
                "A file lies in topics");
        refused("program.zip", "", zip(Map.of("topics/run.sh", new byte[1])), "run.sh");
        refused("broken.zip", "", "PK\u0003\u0004 not a zip".getBytes(StandardCharsets.UTF_8), "not a zip");
        Map<String, byte[]> many = new TreeMap<>();
        IntStream.range(0, 10_000).forEach(at -> many.put("topics/f" + at + ".txt", new byte[] {'#'}));
        refused("many.zip", "", zip(many), "more than 500 files");
        refused("link.zip", "", linked(), "a link");
    }

    private static byte[] linked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry link = new ZipArchiveEntry("topics/link.txt");
            link.setUnixMode(0120777);
            zip.putArchiveEntry(link);
            zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    void hostileWorkbooksAreRefused() {
        byte[] sound = workbook("a reason");
        refused("macro.xlsx", TABLE, with(sound, "xl/vbaProject.bin", before -> "x"), "macros");
        refused(
                "link.xlsx",
                TABLE,
                with(sound, "xl/externalLinks/externalLink1.xml", before -> "<x/>"),
                "links to other workbooks");
        refused(
                "entity.xlsx",
                TABLE,
                with(
                        sound,
                        "xl/worksheets/sheet1.xml",
                        xml -> xml.replaceFirst(
                                "<worksheet", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet")),
                "cannot be read");
        refused(
                "far.xlsx",
                TABLE,
                with(sound, "xl/worksheets/sheet1.xml", xml -> xml.replace("r=\"A2\"", "r=\"XFD1048576\"")),
                "200 columns");
        refused(
                "formula.xlsx",
                TABLE,
                with(
                        sound,
                        "xl/worksheets/sheet1.xml",
                        xml -> xml.replaceFirst("<v>[^<]*</v>", "<f>HYPERLINK(\"http://x\")</f><v>1</v>")),
                "formula");
        refused("bomb.xlsx", TABLE, with(sound, "xl/media/a.xml", before -> "0".repeat(20 << 20)), "12 MB");
        refused("none.xlsx", TABLE, "not a workbook".getBytes(StandardCharsets.UTF_8), "not an Excel workbook");
    }

    private static byte[] with(byte[] workbook, String part, Function<String, String> change) {
        Map<String, byte[]> parts = new TreeMap<>();
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        String before = new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
        parts.put(part, change.apply(before).getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    @Test
    void whatIsTooLargeIsRefusedInWords() {
        refused("large.zip", "", new byte[20 << 20], "larger than any rule book");
        refused("large.txt", RULES, "x".repeat(3 << 20).getBytes(StandardCharsets.UTF_8), "2 MB at most");
    }
}
