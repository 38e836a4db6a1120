package signpost.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.engine.ABook;

/** Which files make a book, and what is said of the others. */
class BookFilesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            topics/MINE.TXT    | is in capitals | Rename it to end in .txt.
            tables/points.XLSX | is in capitals | Rename it to end in .xlsx.
            tables/points.xlsm | A file ending in .xlsm is not read. | Save it as an Excel workbook (.xlsx)
            tables/points.xls  | A file ending in .xls is not read. | Save it as an Excel workbook (.xlsx)
            tables/points.ods  | A file ending in .ods is not read. | Save it as an Excel workbook (.xlsx)
            topics/rules.docx  | not part of a rule book | save it as plain text (.txt)
            topics/rules.txt.bak | not part of a rule book | .txt, .csv and .xlsx
            topics/rules       | not part of a rule book | .txt, .csv and .xlsx
            """)
    void whatLiesInAFolderAndIsNotReadIsSaid(String file, String message, String advice) throws IOException {
        write(file);
        assertThat(ABook.problems(BookFiles.ofFolder(folder)))
                .anyMatch(problem ->
                        problem.startsWith(file + ":1:1: ") && problem.contains(message) && problem.contains(advice));
        assertThat(ABook.problems(new BookFiles(Map.of(file, new byte[] {'x'}))))
                .anyMatch(problem -> problem.startsWith(file + ":1:1: ") && problem.contains(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "topics/readme",
                "LICENSE",
                ".git/config",
                "topics/.mine.txt.swp",
                "tables/~$points.xlsx",
                "Thumbs.db"
            })
    void whatIsForPeopleOrHiddenIsPassedOver(String file) throws IOException {
        BookFiles before = BookFiles.ofFolder(folder);
        write(file);
        assertThat(BookFiles.ofFolder(folder).digest()).isEqualTo(before.digest());
    }

    @Test
    void aFolderFromWhichAStrangerWentIsWorthAnotherLook() throws IOException {
        BookFiles before = BookFiles.ofFolder(folder);
        write("topics/rules.docx");
        assertThat(BookFiles.ofFolder(folder).digest()).isNotEqualTo(before.digest());
    }

    @Test
    void aWorkbookOutsideItsFolderIsRefused() {
        assertThat(ABook.withoutRules()
                        .with("topics/points.xlsx", new byte[] {1})
                        .problems())
                .anyMatch(problem ->
                        problem.startsWith("topics/points.xlsx:1:1: A workbook is read in the folder tables"));
    }

    @Test
    void namesThatDifferOnlyByCapitalsAreAProblem() {
        assertThat(ABook.problems(
                        new BookFiles(Map.of("topics/a.txt", new byte[] {'#'}, "topics/A.txt", new byte[] {'#'}))))
                .anyMatch(problem -> problem.startsWith("topics/a.txt:1:1: ")
                        && problem.contains("differs from topics/A.txt only by capitals"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0089PNG\r\n", "\u00FF\u00D8\u00FF\u00E0", "GIF89a"})
    void aPictureIsNoText(String begins) {
        assertThat(ABook.problems(
                        new BookFiles(Map.of("tables/points.csv", begins.getBytes(StandardCharsets.ISO_8859_1)))))
                .anyMatch(problem -> problem.contains("This is a picture, whatever its name says."));
    }

    @Test
    void anUploadIsCappedAsAFolderIs() throws IOException {
        Map<String, byte[]> many = new HashMap<>();
        for (int at = 0; at <= 500; at++) {
            many.put("topics/" + at + ".txt", new byte[] {'#'});
            write("topics/" + at + ".txt");
        }
        assertThat(ABook.problems(new BookFiles(many)))
                .singleElement()
                .asString()
                .contains("more than 500 files or 16 MB");
        assertThatThrownBy(() -> BookFiles.ofFolder(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("more than 500 files or 16 MB");
        Map<String, byte[]> large = new HashMap<>();
        for (int at = 0; at < 9; at++) {
            large.put("tables/" + at + ".xlsx", new byte[BookFiles.LARGEST_FILE]);
        }
        assertThat(ABook.problems(new BookFiles(large)))
                .singleElement()
                .asString()
                .contains("16 MB");
    }

    @Test
    void aWorkbookThatIsTooLargeIsNotOpened() {
        assertThat(ABook.withoutRules()
                        .with("tables/points.xlsx", new byte[BookFiles.LARGEST_FILE + 1])
                        .problems())
                .anyMatch(problem -> problem.contains("larger than 2 MB"))
                .noneMatch(problem -> problem.contains("Excel workbook"));
    }

    private void write(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, new byte[] {'#'});
    }
}
