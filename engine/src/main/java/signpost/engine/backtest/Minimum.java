package signpost.engine.backtest;

/**
 * How many it takes for a count to stand for something. A count from 1 to one below it is not told, no share of it is
 * claimed, and no other count is told from which it could be worked out: a handful of students proves nothing, and each of
 * them could be recognised. {@link Disclosure} keeps to it.
 *
 * @param least at least 1
 */
public record Minimum(int least) {

    /** What holds unless a school says otherwise. */
    public static final Minimum USUAL = new Minimum(10);

    public Minimum {
        if (least < 1) {
            throw new IllegalArgumentException("nothing can be said of nobody");
        }
    }

    /** Whether a count may be told: nobody may, a handful may not. */
    public boolean tells(int count) {
        return count == 0 || count >= least;
    }
}
