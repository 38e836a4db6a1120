package signpost.engine.backtest;

import signpost.engine.cohort.Outcome;

/** How many students of a group came to each outcome. */
public record Band(int sustained, int notSustained, int neverPlaced, int notKnown) {

    static final Band EMPTY = new Band(0, 0, 0, 0);

    public Band {
        if (sustained < 0 || notSustained < 0 || neverPlaced < 0 || notKnown < 0) {
            throw new IllegalArgumentException("a count is not below nought");
        }
    }

    /** All of them, whether their outcome is known or not. */
    public int students() {
        return known() + notKnown;
    }

    public int known() {
        return sustained + bad();
    }

    /** Who left or was never placed. */
    public int bad() {
        return notSustained + neverPlaced;
    }

    Band with(Outcome outcome) {
        return switch (outcome) {
            case SUSTAINED -> new Band(sustained + 1, notSustained, neverPlaced, notKnown);
            case NOT_SUSTAINED -> new Band(sustained, notSustained + 1, neverPlaced, notKnown);
            case NEVER_PLACED -> new Band(sustained, notSustained, neverPlaced + 1, notKnown);
            case NOT_KNOWN -> new Band(sustained, notSustained, neverPlaced, notKnown + 1);
        };
    }

    Band and(Band other) {
        return new Band(
                sustained + other.sustained,
                notSustained + other.notSustained,
                neverPlaced + other.neverPlaced,
                notKnown + other.notKnown);
    }
}
