package signpost.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.engine.ABook;
import signpost.engine.text.Problem;

class BookZipTest {

    private static final BookFiles BOOK = ABook.when("attendance is known").files();

    @Test
    void whatIsUnpackedIsByteForByteWhatWasPacked() {
        Map<String, byte[]> files = new TreeMap<>();
        new Random(7).ints(40, 0, 4000).forEach(size -> {
            byte[] content = new byte[size];
            new Random(size).nextBytes(content);
            files.put("topics/caf\u00e9 " + size + ".txt", content);
        });
        BookFiles book = new BookFiles(files);
        BookFiles back = unpacked(BookZip.pack(book));
        assertThat(back.paths()).isEqualTo(book.paths());
        book.paths().forEach(path -> assertThat(back.bytes(path)).isEqualTo(book.bytes(path)));
        assertThat(back.digest()).isEqualTo(book.digest());
    }

    @Test
    void aWorkbookOfRulesTravelsAndOneWithMacrosDoesNot() {
        BookFiles book = new BookFiles(Map.of("tables/points.xlsx", new byte[] {'P', 'K', 3, 4, 0, -1, 13, 10}));
        assertThat(unpacked(BookZip.pack(book)).digest()).isEqualTo(book.digest());
        assertThat(messages(zip("tables/points.xlsm", "x"))).containsExactly("A file ending in .xlsm is not read.");
    }

    @Test
    void theSameBookGivesTheSameZip() {
        Map<String, byte[]> turned = new TreeMap<>(java.util.Comparator.reverseOrder());
        BOOK.paths().forEach(path -> turned.put(path, BOOK.bytes(path)));
        assertThat(BookZip.pack(new BookFiles(turned))).isEqualTo(BookZip.pack(BOOK));
        // No zone, no clock: the bytes are the same everywhere and for ever.
        assertThat(BookZip.pack(BookFiles.ofTexts(Map.of("a.txt", "a"))))
                .asString(StandardCharsets.ISO_8859_1)
                .startsWith("PK\u0003\u0004\n\u0000\u0000\u0008\u0000\u0000\u0000\u0000!(");
    }

    @Test
    void aZipMadeByHandMayHoldFoldersAndWhatFileManagersLeave() {
        assertThat(unpacked(zip("topics/", "", "topics/a.txt", "x", "__MACOSX/topics/._a.txt", "y", ".DS_Store", "z"))
                        .paths())
                .containsExactly("topics/a.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.txt",
                "topics/../../a.txt",
                "/etc/a.txt",
                "C:/a.txt",
                "C:a.txt",
                "topics\\a.txt",
                "./a.txt",
                "topics//a.txt",
                "topics/a\n.txt",
                "topics/\u202ea.txt",
                "topics/a\u0000.txt",
                " /a.txt"
            })
    void aPathThatLeadsElsewhereRefusesTheWhole(String path) {
        List<Problem> problems = refused(zip("topics/a.txt", "x", path, "y"));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).toString())
                .startsWith("book.zip:1:1: It holds a file with the path")
                .doesNotContain("\n", "\u202e", "\u0000");
    }

    @Test
    void everythingOddIsToldAtOnce() {
        assertThat(refused(zip("a.exe", "x", "b.txt", "PK\u0003\u0004", "c.txt", "x", "c.txt", "y", "d.zip", "x")))
                .extracting(problem -> problem.place() + " " + problem.message())
                .containsExactly(
                        "a.exe:1:1 This file is not part of a rule book.",
                        "b.txt:1:1 This is an archive within the archive.",
                        "c.txt:1:1 The zip holds this file twice.",
                        "d.zip:1:1 This file is not part of a rule book.");
    }

    @Test
    void aBombIsStoppedWhileItUnpacks() {
        String megabyte = "a".repeat(1 << 20);
        assertThat(messages(zip("a.txt", megabyte.repeat(3)))).containsExactly("This file is larger than 2 MB.");
        String[] many = new String[40];
        for (int at = 0; at < many.length; at += 2) {
            many[at] = at + ".txt";
            many[at + 1] = megabyte;
        }
        byte[] bomb = zip(many);
        assertThat(bomb).hasSizeLessThan(100_000);
        assertThat(messages(bomb))
                .containsExactly("Unpacked, this holds more than 500 files or 16 MB, too much for a rule book.");
        String[] names = new String[2 * 501];
        Arrays.setAll(names, at -> at % 2 == 0 ? at + ".txt" : "");
        assertThat(messages(zip(names))).singleElement().asString().contains("500 files");
    }

    @Test
    void whatTheZipClaimsIsNotBelieved() {
        byte[] zip = BookZip.pack(BookFiles.ofTexts(Map.of("a.txt", "attendance")));
        byte[] changed = zip.clone();
        changed[new String(zip, StandardCharsets.ISO_8859_1).indexOf("attendance")] = 'A';
        assertThat(messages(changed)).containsExactly("This file is damaged.");
        byte[] encrypted = zip.clone();
        int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        encrypted[directory + 8] |= 1;
        assertThat(messages(encrypted)).singleElement().asString().contains("encrypted");
    }

    @Test
    void aLinkIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry link = new ZipArchiveEntry("a.txt");
            link.setUnixMode(0120777);
            zip.putArchiveEntry(link);
            zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }
        assertThat(messages(bytes.toByteArray())).singleElement().asString().contains("a link");
    }

    @Test
    void anyPartOfAZipAndAnyNoiseIsRefusedOrUnpacked() {
        byte[] zip = BookZip.pack(BOOK);
        assertThat(messages(new byte[0])).containsExactly("This is not a zip, or it is damaged.");
        for (int end = 0; end < zip.length; end += 97) {
            refused(Arrays.copyOf(zip, end));
        }
        Random dice = new Random(11);
        for (int times = 0; times < 500; times++) {
            byte[] noisy = zip.clone();
            for (int change = 0; change < 4; change++) {
                noisy[noisy.length - 1 - dice.nextInt(600)] = (byte) dice.nextInt();
            }
            ZipReading reading = BookZip.unpack("book.zip", noisy);
            assertThat(reading instanceof ZipReading.Unpacked
                            || !((ZipReading.Refused) reading).problems().isEmpty())
                    .isTrue();
        }
    }

    private static byte[] zip(String... pathsAndTexts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (int at = 0; at < pathsAndTexts.length; at += 2) {
                ZipArchiveEntry entry = new RawName(pathsAndTexts[at]);
                zip.putArchiveEntry(entry);
                zip.write(pathsAndTexts[at + 1].getBytes(StandardCharsets.ISO_8859_1));
                zip.closeArchiveEntry();
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }

    /** An entry whose name is written as it is, backslashes too. */
    private static final class RawName extends ZipArchiveEntry {
        RawName(String name) {
            super(name);
            setPlatform(PLATFORM_UNIX);
            setName(name);
            setMethod(ZipEntry.DEFLATED);
        }
    }

    private static BookFiles unpacked(byte[] zip) {
        ZipReading reading = BookZip.unpack("book.zip", zip);
        assertThat(reading).isInstanceOf(ZipReading.Unpacked.class);
        return ((ZipReading.Unpacked) reading).files();
    }

    private static List<Problem> refused(byte[] zip) {
        ZipReading reading = BookZip.unpack("book.zip", zip);
        assertThat(reading).isInstanceOf(ZipReading.Refused.class);
        return ((ZipReading.Refused) reading).problems();
    }

    private static List<String> messages(byte[] zip) {
        return refused(zip).stream().map(Problem::message).toList();
    }
}
