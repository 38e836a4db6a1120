package signpost.api.trials;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How counts are told. Whoever may open the students behind a count is told it exactly. To anybody else 1 to 9 reads
 * "fewer than 10" and every other count is rounded to ten, so that no sum or difference gives a small one back.
 */
record Telling(boolean exactly) {

    private static final int FEW = 10;

    /**
     * A count as told.
     *
     * @param drawn how much of it a picture may show
     */
    record Told(String words, int drawn) {}

    Told count(int count) {
        if (exactly || count == 0) {
            return new Told(number(count), count);
        }
        return count < FEW ? new Told("fewer than 10", 0) : new Told(number(rounded(count)), rounded(count));
    }

    /** A sum of hours; {@code few} where it is of a count too small to tell. */
    String hours(BigDecimal hours, int count) {
        if (exactly || hours.signum() == 0) {
            return hours.stripTrailingZeros().toPlainString();
        }
        return count < FEW ? "not told" : tens(hours);
    }

    /** A sum of hours over several counts. */
    String sum(BigDecimal hours) {
        return exactly || hours.signum() == 0 ? hours.stripTrailingZeros().toPlainString() : tens(hours);
    }

    private static String tens(BigDecimal hours) {
        BigDecimal rounded =
                hours.divide(BigDecimal.TEN, 0, RoundingMode.HALF_UP).multiply(BigDecimal.TEN);
        return rounded.signum() == 0 ? "fewer than 10" : "about " + rounded.toPlainString();
    }

    private static int rounded(int count) {
        return (count + FEW / 2) / FEW * FEW;
    }

    private static String number(int count) {
        return String.format(java.util.Locale.UK, "%,d", count);
    }
}
