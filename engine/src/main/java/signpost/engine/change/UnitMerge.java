package signpost.engine.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import signpost.engine.text.Place;

/** Puts two versions of one file together, unit by unit. */
final class UnitMerge {

    private final String path;
    private final Cut base;
    private final Cut mine;
    private final Cut theirs;
    private final Map<String, Piece> bases;
    private final Map<String, Piece> mines;
    private final Map<String, Piece> others;
    private final Map<String, Piece> left = new LinkedHashMap<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    UnitMerge(String path, Cut base, Cut mine, Cut theirs, Choices choices) {
        this.path = path;
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
        this.bases = base.byKey();
        this.mines = mine.byKey();
        this.others = theirs.byKey();
        Set<String> keys = new LinkedHashSet<>(mines.keySet());
        keys.addAll(others.keySet());
        keys.forEach(key -> decide(key, choices).ifPresent(piece -> left.put(key, piece)));
    }

    List<Conflict> conflicts() {
        return conflicts;
    }

    /** The piece that stays, if any does. */
    private Optional<Piece> decide(String key, Choices choices) {
        Optional<Piece> was = Optional.ofNullable(bases.get(key));
        Optional<Piece> here = Optional.ofNullable(mines.get(key));
        Optional<Piece> there = Optional.ofNullable(others.get(key));
        if (same(was, here)) {
            // Only the line ends may differ: whoever changed them is followed.
            return same(was, there) && !text(was).equals(text(here)) ? here : there;
        }
        if (same(was, there) || same(here, there)) {
            return here;
        }
        Piece shown = here.or(() -> there).orElseThrow();
        Conflict conflict =
                new Conflict(path, shown.name(), text(was), text(here), text(there), new Place(path, shown.first(), 1));
        conflicts.add(conflict);
        return choices.of(conflict) == Side.MINE ? here : there;
    }

    /** The file, its units in order. */
    String text() {
        List<String> order = Order.of(
                List.copyOf(bases.keySet()), List.copyOf(mines.keySet()), List.copyOf(others.keySet()), left.keySet());
        StringBuilder text = new StringBuilder(Spacing.pick(base.mark(), mine.mark(), theirs.mark()));
        Spacing spacing = new Spacing(base, mine, theirs);
        String before = "";
        for (String key : order) {
            text.append(spacing.above(before, key));
            text.append(Optional.ofNullable(left.get(key)).map(Piece::text).orElse(""));
            boolean last = key.equals(order.get(order.size() - 1));
            text.append(last ? spacing.ending() : spacing.lineEnd(key));
            before = key;
        }
        return text.toString();
    }

    private static boolean same(Optional<Piece> one, Optional<Piece> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty() || one.get().says(other.orElseThrow()));
    }

    private static Optional<String> text(Optional<Piece> piece) {
        return piece.map(Piece::text);
    }
}
