package signpost.engine.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the problems of one reading, so that the reader sees all of them and not the first. */
public final class Problems {

    /** Nobody mends more at once; a book of a million mistakes must not fill the memory. */
    public static final int MOST = 1_000;

    private final List<Problem> found = new ArrayList<>();
    private final Set<Place> refused = new HashSet<>();
    private int size;

    public void add(Place place, String message) {
        add(place, message, "");
    }

    public void add(Place place, String message, String advice) {
        add(Problem.at(place, message, advice));
    }

    public void addAll(Collection<Problem> problems) {
        problems.forEach(this::add);
    }

    private void add(Problem problem) {
        size++;
        if (found.size() < MOST && !refused.contains(lineOf(problem.place()))) {
            found.add(problem);
        }
    }

    /** A problem with a line as a whole: whatever else is said of that line would only repeat it, and is not kept. */
    public void refuseLine(Place place, String message, String advice) {
        add(place, message, advice);
        if (!full()) {
            refused.add(lineOf(place));
        }
    }

    /**
     * One problem that explains all those added to its line since {@link #size} was {@code before}; a refused line is explained
     * already.
     */
    public void instead(int before, Place place, String message, String advice) {
        if (full() || refused.contains(lineOf(place))) {
            return;
        }
        found.subList(found.size() - (size - before), found.size()).clear();
        add(place, message, advice);
    }

    private static Place lineOf(Place place) {
        return new Place(place.file(), place.line(), 1);
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** How many were added, kept or not. */
    public int size() {
        return size;
    }

    /** Whether no more are kept: a reader may stop here. */
    public boolean full() {
        return found.size() >= MOST;
    }

    /** In the order a person would walk through the files. */
    public List<Problem> all() {
        List<Problem> all = new ArrayList<>(found.stream().distinct().sorted().toList());
        if (full()) {
            all.add(Problem.at(
                    all.get(all.size() - 1).place(),
                    "There are more problems than the " + all.size() + " listed here.",
                    "Mend these first, then check again."));
        }
        return List.copyOf(all);
    }
}
