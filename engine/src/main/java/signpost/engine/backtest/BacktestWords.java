package signpost.engine.backtest;

import java.util.ArrayList;
import java.util.List;

/** A backtest as sentences for a head of destinations. */
public final class BacktestWords {

    private final Minimum minimum;

    public BacktestWords(Minimum minimum) {
        this.minimum = minimum;
    }

    /** One line a sentence; what was found of a rule or flag is indented beneath its name. */
    public List<String> of(Backtest backtest) {
        List<String> lines = new ArrayList<>();
        Band all = backtest.everybody();
        lines.add("Students: " + count(all.students()) + "; outcome known of " + count(all.known()) + ", not known of "
                + count(all.notKnown()) + ".");
        lines.add("Left or never placed: " + share(new Share(all.bad(), all.known())) + ".");
        lines.add("Outcomes that are not known count neither way. Behind a share stands where the true one lies,"
                + " 19 times in 20.");
        section(lines, "Flags", backtest.flags());
        section(lines, "Rules", backtest.rules());
        return lines;
    }

    private void section(List<String> lines, String title, List<Tally> tallies) {
        lines.add("");
        lines.add(title);
        for (Tally tally : tallies) {
            lines.add("  " + tally.name());
            lines.add("    judged " + count(tally.judged()) + ", flagged "
                    + count(tally.flagged().students()) + ", cannot tell "
                    + count(tally.cannotTell().students()));
            lines.add("    of the flagged, left or never placed: " + share(tally.right()));
            lines.add("    of those who left or were never placed, flagged: " + share(tally.found()) + "; missed "
                    + count(tally.missed()) + ", could not tell of "
                    + count(tally.cannotTell().bad()));
        }
    }

    /** {@code 12 of 38, 32% (19% to 47%)}, or that it is too few to say. */
    String share(Share share) {
        if (!minimum.tells(share)) {
            return "too few to say";
        }
        Share.Interval interval = share.interval();
        return share.part() + " of " + share.whole() + ", " + percent(share.value()) + " (" + percent(interval.low())
                + " to " + percent(interval.high()) + ")";
    }

    private String count(int count) {
        return minimum.tells(count) ? Integer.toString(count) : "fewer than " + minimum.least();
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }
}
