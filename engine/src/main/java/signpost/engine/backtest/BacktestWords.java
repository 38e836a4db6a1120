package signpost.engine.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A backtest as sentences for a head of destinations. */
public final class BacktestWords {

    private final Minimum minimum;

    public BacktestWords(Minimum minimum) {
        this.minimum = minimum;
    }

    /** One line a sentence; what was found of a rule or flag is indented beneath its name. */
    public List<String> of(Backtest backtest) {
        Disclosure disclosure = new Disclosure(minimum, backtest);
        List<String> lines = new ArrayList<>();
        Told all = disclosure.everybody();
        lines.add("Students: " + count(all, Count.JUDGED) + "; outcome known of " + count(all, Count.OUTCOME_KNOWN)
                + ", not known of " + count(all, Count.OUTCOME_NOT_KNOWN) + ".");
        lines.add("Left or never placed: " + share(all.bad()) + ".");
        lines.add("Outcomes that are not known count neither way. Behind a share stands where the true one lies,"
                + " 19 times in 20.");
        if (minimum.least() > 1) {
            lines.add("Of fewer than " + minimum.least() + " students nothing is told, nor any number from which theirs"
                    + " could be worked out.");
        }
        section(lines, "Flags", backtest.flags(), disclosure);
        section(lines, "Rules", backtest.rules(), disclosure);
        return lines;
    }

    private static void section(List<String> lines, String title, List<Tally> tallies, Disclosure disclosure) {
        lines.add("");
        lines.add(title);
        for (Tally tally : tallies) {
            Told told = disclosure.of(tally);
            lines.add("  " + tally.name());
            lines.add("    judged " + count(told, Count.JUDGED) + ", flagged " + count(told, Count.FLAGGED)
                    + ", cannot tell " + count(told, Count.CANNOT_TELL));
            lines.add("    of the flagged, left or never placed: " + share(told.right()));
            lines.add("    of those who left or were never placed, flagged: " + share(told.found()) + "; missed "
                    + count(told, Count.MISSED) + ", could not tell of " + count(told, Count.COULD_NOT_TELL));
        }
    }

    /** {@code 12 of 38, 32% (19% to 47%)}, that there is nobody to say it of, or that it is not told. */
    static String share(Optional<Share> told) {
        return told.map(BacktestWords::words).orElse("not told");
    }

    private static String words(Share share) {
        if (share.whole() == 0) {
            return "nobody to say it of";
        }
        Share.Interval interval = share.interval();
        return share.part() + " of " + share.whole() + ", " + percent(share.value()) + " (" + percent(interval.low())
                + " to " + percent(interval.high()) + ")";
    }

    private static String count(Told told, Count count) {
        OptionalInt number = told.count(count);
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "not told";
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }
}
