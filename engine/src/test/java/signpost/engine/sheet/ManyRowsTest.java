package signpost.engine.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import signpost.engine.change.SheetLine;

/** Large tables take as long as they are long: what looks through all rows for every row or cell does not end here. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManyRowsTest {

    private static final int ROWS = 20_000;

    private static SheetText table(String cell) {
        return SheetText.of(IntStream.range(0, ROWS)
                        .mapToObj(row -> "R" + row + "," + cell.formatted(1 + row % 28) + "\n")
                        .collect(Collectors.joining("", "Rule,Review by\n", "")))
                .orElseThrow();
    }

    @Test
    void everyRowMayAskWhatItsColumnsAreCalled() {
        SheetText sheet = table("%d");

        assertThat(sheet.entries().stream()
                        .map(row -> sheet.rows().get(row).cell(sheet.naming())
                                + sheet.headings().get(sheet.naming())
                                + sheet.header()))
                .hasSize(ROWS)
                .startsWith("R0Rule0", "R1Rule0");
    }

    @Test
    void everyDayMayChange() {
        SheetText sheet = table("2027-01-%02d");
        List<List<String>> changed = sheet.rows().stream()
                .map(row -> row.line() == 1 ? row.cells() : List.of(row.cell(0), "1 July 2027"))
                .toList();

        assertThat(sheet.as(changed).rows().stream().skip(1).map(row -> row.cell(1)))
                .hasSize(ROWS)
                .containsOnly("2027-07-01");
    }

    @Test
    void aTableMayEndInManyBlankRows() {
        int blank = 200_000;
        SheetText sheet =
                SheetText.of("Rule,Points\nA,1\n" + "\n".repeat(blank)).orElseThrow();
        List<List<String>> cells = new ArrayList<>(Collections.nCopies(1, List.of("Rule", "Points")));
        cells.add(List.of("A", "2"));

        assertThat(sheet.as(cells).rows().stream().filter(SheetLine::blank)).hasSize(blank);
    }
}
