package signpost.engine.change;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.engine.text.Place;

/** Puts two versions of one file together, or finds that somebody has to choose. */
final class FileMerge {

    /** What people call a file that is one unit. */
    static final String WHOLE = "the whole file";

    private final String path;
    private final Version base;
    private final Version mine;
    private final Version theirs;
    private final Choices choices;
    private final List<Conflict> conflicts = new ArrayList<>();
    private final Optional<byte[]> merged;

    FileMerge(String path, Version base, Version mine, Version theirs, Choices choices) {
        this.path = path;
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
        this.choices = choices;
        this.merged = merge();
    }

    /** Empty when the file goes. */
    Optional<byte[]> merged() {
        return merged;
    }

    List<Conflict> conflicts() {
        return conflicts;
    }

    private Optional<byte[]> merge() {
        if (mine.is(base)) {
            return theirs.bytes();
        }
        if (theirs.is(base) || theirs.is(mine)) {
            return mine.bytes();
        }
        Optional<Cut> was = base.cut(path);
        Optional<Cut> here = mine.cut(path);
        Optional<Cut> there = theirs.cut(path);
        boolean byUnit = was.isPresent()
                && here.isPresent()
                && there.isPresent()
                && mine.bytes().isPresent()
                && theirs.bytes().isPresent()
                && here.get().fits(there.get());
        return byUnit ? units(was.get(), here.get(), there.get()) : whole();
    }

    private Optional<byte[]> units(Cut was, Cut here, Cut there) {
        UnitMerge units = new UnitMerge(path, was, here, there, choices);
        conflicts.addAll(units.conflicts());
        String text = units.text();
        // Each left something and together they left nothing: a file without a rule would break the book.
        return text.isBlank() || text.equals(Written.BOM)
                ? Optional.empty()
                : Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<byte[]> whole() {
        Conflict conflict = new Conflict(path, WHOLE, base.shown(), mine.shown(), theirs.shown(), Place.startOf(path));
        conflicts.add(conflict);
        return (choices.of(conflict) == Side.MINE ? mine : theirs).bytes();
    }
}
