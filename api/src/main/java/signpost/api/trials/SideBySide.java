package signpost.api.trials;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import signpost.engine.backtest.Backtest;
import signpost.engine.backtest.Count;
import signpost.engine.backtest.Disclosure;
import signpost.engine.backtest.Minimum;
import signpost.engine.backtest.Share;
import signpost.engine.backtest.Tally;
import signpost.engine.backtest.Told;

/**
 * A backtest of two books over the same students, as far as it may be told. Where the books differ by 1 to 9 students in a
 * count that both might tell, the draft's are hidden: the difference would give those students away.
 */
record SideBySide(String outcomeKnown, String bad, List<Rule> changed, List<Rule> alike) {

    /** A rule by both books; empty where a book has no such rule. */
    record Rule(String name, Optional<Side> inForce, Optional<Side> draft) {}

    /**
     * What one book's rule was worth.
     *
     * @param right of those it flagged, who left or was never placed
     * @param found of those who left or were never placed, whom it flagged
     */
    record Side(String flagged, String cannotTell, String right, String found, String missed, Optional<Drawn> drawn) {

        static final Side HIDDEN =
                new Side("not told", "not told", "not told", "not told", "not told", Optional.empty());
    }

    /** A share and where the true one may lie, in units of a drawing 200 wide. */
    record Drawn(long low, long value, long high) {
        public long wide() {
            return Math.max(1, high - low);
        }
    }

    static SideBySide of(Backtest inForce, Backtest draft) {
        Disclosure before = new Disclosure(Minimum.USUAL, inForce);
        Disclosure after = new Disclosure(Minimum.USUAL, draft);
        Map<String, Tally> first = byName(inForce);
        Map<String, Tally> second = byName(draft);
        List<Rule> changed = new ArrayList<>();
        List<Rule> alike = new ArrayList<>();
        for (Tally tally : draft.rules()) {
            Optional<Tally> was = Optional.ofNullable(first.get(tally.name()));
            boolean same = was.filter(tally::equals).isPresent();
            (same ? alike : changed).add(rule(tally.name(), was.map(before::of), Optional.of(after.of(tally))));
        }
        inForce.rules().stream()
                .filter(tally -> !second.containsKey(tally.name()))
                .forEach(tally -> changed.add(rule(tally.name(), Optional.of(before.of(tally)), Optional.empty())));
        Told everybody = before.everybody();
        return new SideBySide(count(everybody, Count.OUTCOME_KNOWN), share(everybody.bad()), changed, alike);
    }

    private static Map<String, Tally> byName(Backtest backtest) {
        return backtest.rules().stream().collect(Collectors.toMap(Tally::name, Function.identity()));
    }

    private static Rule rule(String name, Optional<Told> before, Optional<Told> after) {
        boolean givesAway = before.isPresent() && after.isPresent() && near(before.get(), after.get());
        return new Rule(
                name, before.map(SideBySide::side), givesAway ? Optional.of(Side.HIDDEN) : after.map(SideBySide::side));
    }

    /** Whether some count differs by so few that the difference may not be told. */
    static boolean near(Told before, Told after) {
        return before.counts().entrySet().stream().anyMatch(told -> {
            OptionalInt other = after.count(told.getKey());
            return other.isPresent() && !Minimum.USUAL.tells(Math.abs(other.getAsInt() - told.getValue()));
        });
    }

    private static Side side(Told told) {
        return new Side(
                count(told, Count.FLAGGED),
                count(told, Count.CANNOT_TELL),
                share(told.right()),
                share(told.found()),
                count(told, Count.MISSED),
                told.right().filter(share -> share.whole() > 0).map(SideBySide::drawn));
    }

    private static Drawn drawn(Share share) {
        return new Drawn(
                Math.round(200 * share.interval().low()),
                Math.round(200 * share.value()),
                Math.round(200 * share.interval().high()));
    }

    private static String count(Told told, Count count) {
        OptionalInt number = told.count(count);
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "not told";
    }

    private static String share(Optional<Share> told) {
        return told.map(SideBySide::words).orElse("not told");
    }

    private static String words(Share share) {
        if (share.whole() == 0) {
            return "nobody to say it of";
        }
        return share.part() + " of " + share.whole() + ", " + percent(share.value()) + " ("
                + percent(share.interval().low()) + " to "
                + percent(share.interval().high()) + ")";
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }
}
