package signpost.api.rulebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import signpost.engine.rulebook.BookFiles;

class ZipTest {

    @Test
    void whatIsNoTextComesBackByteForByte() {
        byte[] workbook = new byte[70_000];
        for (int at = 0; at < workbook.length; at++) {
            workbook[at] = (byte) (at * 31 + at / 256);
        }
        BookFiles files = new BookFiles(Map.of("tables/points.xlsx", workbook, "topics/a.txt", new byte[] {'#'}));

        BookFiles back = Zip.read(Zip.of(files));

        assertThat(back.digest()).isEqualTo(files.digest());
        assertThat(back.bytes("tables/points.xlsx")).isEqualTo(workbook);
    }
}
