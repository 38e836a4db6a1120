package signpost.api.trials;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import signpost.engine.evaluation.Difference;
import signpost.engine.evaluation.Judgement;

/** What a draft would change for a cohort, as far as it has been judged. Not for use by several threads. */
final class Trial {

    private final Books books;
    private final List<UUID> cohort;
    private final LocalDate on;
    private final Instant begun;
    private final Map<UUID, Difference> changed = new LinkedHashMap<>();
    private final Map<Part, SortedMap<String, Tally>> tallies = new EnumMap<>(Part.class);
    private final GroupCounts groups = new GroupCounts();
    private int judged;

    /** Students who have more of a thing by the draft, and who have less. */
    record Tally(int gained, int lost) {
        static final Tally NONE = new Tally(0, 0);

        Tally with(boolean gain) {
            return gain ? new Tally(gained + 1, lost) : new Tally(gained, lost + 1);
        }
    }

    Trial(Books books, List<UUID> cohort, LocalDate on, Instant begun) {
        this.books = books;
        this.cohort = List.copyOf(cohort);
        this.on = on;
        this.begun = begun;
    }

    Books books() {
        return books;
    }

    LocalDate on() {
        return on;
    }

    /** When it was begun; what was recorded later may not be in it. */
    Instant begun() {
        return begun;
    }

    int students() {
        return cohort.size();
    }

    int judged() {
        return judged;
    }

    boolean done() {
        return judged == cohort.size();
    }

    /** The next to be judged. */
    List<UUID> next(int most) {
        return cohort.subList(judged, Math.min(cohort.size(), judged + most));
    }

    /** One more student judged by both books, and the groups they belong to. */
    void add(UUID student, Judgement before, Judgement after, Map<Characteristic, String> of) {
        judged++;
        groups.add(of, before, after);
        Difference difference = Difference.between(before, after);
        if (difference.isNone()) {
            return;
        }
        changed.put(student, difference);
        for (Part part : Part.values()) {
            SortedMap<String, Tally> tally = tallies.computeIfAbsent(part, none -> new TreeMap<>());
            part.of(difference)
                    .forEach(move -> tally.merge(
                            move.name(), Tally.NONE.with(move.gained()), (one, more) -> one.with(move.gained())));
        }
    }

    /** Those whose help would change, in the order of the cohort. */
    Map<UUID, Difference> changed() {
        return Collections.unmodifiableMap(changed);
    }

    /** Of each thing of this part that some gain or lose, how many. */
    SortedMap<String, Tally> tally(Part part) {
        return Collections.unmodifiableSortedMap(tallies.getOrDefault(part, Collections.emptySortedMap()));
    }

    /** The students who gain, or lose, a thing. */
    List<UUID> students(Part part, Part.Move move) {
        List<UUID> found = new ArrayList<>();
        changed.forEach((student, difference) -> {
            if (part.of(difference).contains(move)) {
                found.add(student);
            }
        });
        return found;
    }

    GroupCounts groups() {
        return groups;
    }
}
