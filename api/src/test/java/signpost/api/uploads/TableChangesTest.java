package signpost.api.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an upload changes in a table, row by row. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TableChangesTest {

    private static final int ROWS = 20_000;

    private static String rows(String row) {
        return IntStream.range(0, ROWS).mapToObj(row::formatted).collect(Collectors.joining("", "Rule,Points\n", ""));
    }

    private static List<String> said(List<RowChange> changes) {
        return changes.stream()
                .map(change -> change.name() + " " + change.kind() + " "
                        + change.cells().stream()
                                .map(cell -> cell.before() + ">" + cell.after())
                                .toList())
                .toList();
    }

    @Test
    void ofRowsWithOneNameTheChangedOneIsTold() {
        assertThat(said(TableChanges.between(
                        "Rule,Points\nA,1\nA,2\nA,2\nB,1\nC,1\n", "Rule,Points\nA,2\nA,1\nA,3\nC,1\nD,\n")))
                .containsExactly("A changed [2>3]", "D new [>D]", "B taken away [1>, B>]");
    }

    @Test
    void manyRowsAreToldApartByTheirNames() {
        assertThat(TableChanges.between(rows("R%d,1\n"), rows("R%d,2\n"))).hasSize(ROWS);
    }

    @Test
    void manyRowsMayHaveOneName() {
        assertThat(TableChanges.between(
                        rows("A,%d\n"),
                        IntStream.range(0, ROWS)
                                .mapToObj(row -> "A," + (ROWS - row) + "\n")
                                .collect(Collectors.joining("", "Rule,Points\n", ""))))
                .hasSize(1);
    }
}
