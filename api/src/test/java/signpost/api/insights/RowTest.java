package signpost.api.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which counts are shown to whom a small one could tell of a single student. */
class RowTest {

    @Test
    void aSmallCountIsNotShownNorTheOneItCouldBeWorkedOutFrom() {
        assertThat(Row.shown(List.of(3, 40, 9))).containsExactly(Optional.empty(), Optional.of(40), Optional.empty());
        assertThat(Row.shown(List.of(200, 5, 0))).containsExactly(Optional.empty(), Optional.empty(), Optional.of(0));
    }

    @Test
    void twoSmallCountsHideEachOther() {
        assertThat(Row.shown(List.of(3, 40, 5))).containsExactly(Optional.empty(), Optional.of(40), Optional.empty());
    }

    @Test
    void whereNothingIsSmallEverythingIsShown() {
        assertThat(Row.shown(List.of(6, 0, 90))).containsExactly(Optional.of(6), Optional.of(0), Optional.of(90));
    }
}
