package signpost.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files of many units are put together as fast as they are read; what looks for each among all does not end here. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LargeMergeTest {

    private static final int UNITS = 8_000;

    private static String lines(String line) {
        return IntStream.range(0, UNITS).mapToObj(line::formatted).collect(Collectors.joining());
    }

    @Test
    void manyRulesOnBothSides() {
        MergedText merged = Merge.ofText(
                "topics/a.txt", lines("Rule: d%d\n"), lines("Rule: m%d\n"), lines("Rule: d%1$d\nRule: n%1$d\n"));

        assertThat(merged.conflicts()).isEmpty();
        assertThat(merged.text().lines().filter(line -> line.startsWith("Rule: m")))
                .hasSize(UNITS);
        assertThat(merged.text().lines().filter(line -> line.startsWith("Rule: n")))
                .hasSize(UNITS);
    }

    @Test
    void manyRowsOfATableWithManyColumns() {
        String header = "Rule," + String.join(",", Collections.nCopies(5_000, "x")) + "\n";
        MergedText merged = Merge.ofText(
                "tables/a.csv",
                header + lines("d%d,1\n"),
                header + lines("d%d,1\n") + lines("m%d,1\n"),
                header + lines("d%1$d,1\nn%1$d,1\n"));

        assertThat(merged.conflicts()).isEmpty();
        assertThat(merged.text()).hasLineCount(3 * UNITS + 1);
    }
}
