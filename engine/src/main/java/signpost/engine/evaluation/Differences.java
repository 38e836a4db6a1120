package signpost.engine.evaluation;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import signpost.engine.rulebook.Subject.Points;

/** Counts over students what a second book says otherwise than a first. Not for use by several threads. */
public final class Differences {

    private final SortedMap<Thing, Tally> things =
            new TreeMap<>(Comparator.comparing(Thing::kind).thenComparing(Thing::name));
    private final SortedMap<String, Tally> scores = new TreeMap<>();
    private final SortedMap<String, Tally> rules = new TreeMap<>();
    private int students;
    private int changed;

    /** Something a book can say of a student. */
    public record Thing(Difference.Kind kind, String name) {}

    /**
     * Numbers of students.
     *
     * @param gained who have more of it by the second book
     * @param lost who have less of it by the second book
     */
    public record Tally(int gained, int lost) {
        private static final Tally GAIN = new Tally(1, 0);
        private static final Tally LOSS = new Tally(0, 1);

        private Tally plus(Tally other) {
            return new Tally(gained + other.gained, lost + other.lost);
        }
    }

    /** Adds one student's. */
    public void add(Difference difference) {
        students++;
        changed += difference.isNone() ? 0 : 1;
        count(difference.gained(), Tally.GAIN);
        count(difference.lost(), Tally.LOSS);
        difference
                .scores()
                .forEach((score, points) -> scores.merge(
                        score, higher(points.before(), points.after()) ? Tally.GAIN : Tally.LOSS, Tally::plus));
    }

    /** How many students there were. */
    public int students() {
        return students;
    }

    /** For how many the books differ. */
    public int changed() {
        return changed;
    }

    /** Flags, recommendations and rules that cannot tell, which some gain or lose. */
    public SortedMap<Thing, Tally> things() {
        return Collections.unmodifiableSortedMap(things);
    }

    /** Scores: gained means more points for certain, or the same and more at most. */
    public SortedMap<String, Tally> scores() {
        return Collections.unmodifiableSortedMap(scores);
    }

    /** Rules through which some gain or lose a flag or a recommendation. */
    public SortedMap<String, Tally> rules() {
        return Collections.unmodifiableSortedMap(rules);
    }

    private void count(Collection<Difference.Said> said, Tally tally) {
        Set<String> through = new HashSet<>();
        for (Difference.Said one : said) {
            things.merge(new Thing(one.kind(), one.name()), tally, Tally::plus);
            if (one.kind() != Difference.Kind.CANNOT_TELL) {
                through.addAll(one.rules());
            }
        }
        through.forEach(rule -> rules.merge(rule, tally, Tally::plus));
    }

    private static boolean higher(Points before, Points after) {
        return after.least() == before.least() ? after.most() > before.most() : after.least() > before.least();
    }
}
