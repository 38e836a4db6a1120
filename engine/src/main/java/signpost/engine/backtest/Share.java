package signpost.engine.backtest;

/** So many of so many, and how far the true share may lie from that. */
public record Share(int part, int whole) {

    /** Of the standard normal distribution, 95% lies within so many deviations. */
    private static final double Z = 1.959963984540054;

    public Share {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(part + " of " + whole);
        }
    }

    /** Both ends between 0 and 1. */
    public record Interval(double low, double high) {}

    /** The share itself, between 0 and 1; 0 of nothing. */
    public double value() {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** Wilson's score interval (1927) at 95%, without correction for continuity; from 0 to 1 when there is nobody. */
    public Interval interval() {
        if (whole == 0) {
            return new Interval(0, 1);
        }
        double shrunk = 1 + Z * Z / whole;
        double middle = (value() + Z * Z / (2.0 * whole)) / shrunk;
        double half = Z * Math.sqrt(value() * (1 - value()) / whole + Z * Z / (4.0 * whole * whole)) / shrunk;
        // At the ends the two terms are equal, but for rounding.
        return new Interval(part == 0 ? 0 : middle - half, part == whole ? 1 : middle + half);
    }
}
