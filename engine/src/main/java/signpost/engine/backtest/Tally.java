package signpost.engine.backtest;

import signpost.engine.cohort.Outcome;
import signpost.engine.rulebook.Answer;

/**
 * What a rule or a flag said of the students it judged, against what became of them. Exact counts, however small: see
 * {@link BacktestWords} for what may be claimed.
 *
 * @param name of the rule or the flag
 * @param flagged of whom it is certain
 * @param notFlagged of whom it is certain that it does not apply
 * @param cannotTell of whom too little was known to say
 */
public record Tally(String name, Band flagged, Band notFlagged, Band cannotTell) {

    static Tally of(String name) {
        return new Tally(name, Band.EMPTY, Band.EMPTY, Band.EMPTY);
    }

    public int judged() {
        return all().students();
    }

    /** Everybody it judged. */
    public Band all() {
        return flagged.and(notFlagged).and(cannotTell);
    }

    /** Who left or was never placed, and was certainly not flagged. */
    public int missed() {
        return notFlagged.bad();
    }

    /** Precision: of the flagged whose outcome is known, who left or was never placed. */
    public Share right() {
        return new Share(flagged.bad(), flagged.known());
    }

    /** Recall: of all who left or were never placed, who was flagged. Who it could not tell of was not found. */
    public Share found() {
        return new Share(flagged.bad(), all().bad());
    }

    Tally with(Answer answer, Outcome outcome) {
        return switch (answer) {
            case TRUE -> new Tally(name, flagged.with(outcome), notFlagged, cannotTell);
            case FALSE -> new Tally(name, flagged, notFlagged.with(outcome), cannotTell);
            case UNKNOWN -> new Tally(name, flagged, notFlagged, cannotTell.with(outcome));
        };
    }
}
