package signpost.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    /**
     * The four examples of R. G. Newcombe, Two-sided confidence intervals for the single proportion: comparison of seven
     * methods, Statistics in Medicine 17 (1998), 857-872, table I, method 3 (Wilson's score without correction).
     */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void intervalsAreThosePublished(int part, int whole, double low, double high) {
        Share.Interval interval = new Share(part, whole).interval();
        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void ofNobodyAnythingMayBeTrue() {
        assertThat(new Share(0, 0).interval()).isEqualTo(new Share.Interval(0, 1));
        assertThat(new Share(0, 0).value()).isZero();
    }

    @Test
    void everyIntervalHoldsItsShareAndMirrorsItsComplement() {
        for (int whole = 1; whole <= 60; whole++) {
            for (int part = 0; part <= whole; part++) {
                Share share = new Share(part, whole);
                Share.Interval interval = share.interval();
                Share.Interval rest = new Share(whole - part, whole).interval();
                assertThat(share.value()).isBetween(interval.low(), interval.high());
                assertThat(interval.low()).isBetween(0.0, 1.0).isCloseTo(1 - rest.high(), within(1e-12));
                assertThat(interval.high()).isBetween(0.0, 1.0).isCloseTo(1 - rest.low(), within(1e-12));
            }
        }
    }

    @Test
    void morePartsThanTheWholeAreRefused() {
        assertThatThrownBy(() -> new Share(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Share(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
