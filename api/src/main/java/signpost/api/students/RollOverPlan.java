package signpost.api.students;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import signpost.engine.profile.Source;
import signpost.engine.profile.Value;

/**
 * What 1 September changes about the students of a school: everyone whose year group is known moves up one, those who have left
 * too, and who was in the school's last year group becomes a leaver. Of whom the MIS has told the year group since, it tells
 * nothing.
 *
 * @param groups by year group as it is now
 * @param unknown students on roll whose year group nobody has told; they stay as they are
 * @param told students whose year group was told on that day or since; they stay as told
 */
public record RollOverPlan(
        LocalDate day,
        int lastYear,
        SortedMap<Integer, Group> groups,
        int unknown,
        int told,
        List<NewObservation> facts) {

    /** Where its facts say they come from. */
    static final Source SOURCE = Source.ROLL_OVER;

    /** Year groups of the vocabulary end here: who left long ago stays in the last. */
    private static final int OLDEST = 14;

    /**
     * A year group.
     *
     * @param movingUp students who stay at the school, one year group on
     * @param leaving students who become leavers
     * @param gone those who had left before and count one year on
     */
    public record Group(int movingUp, int leaving, int gone) {

        Group and(Group more) {
            return new Group(movingUp + more.movingUp, leaving + more.leaving, gone + more.gone);
        }
    }

    /**
     * What is known of a student.
     *
     * @param year the year group
     * @param left whether the student has left
     * @param dated whether a leaving date is known
     * @param told whether year group or enrolment was told on the day or since
     */
    record Known(UUID student, Optional<Integer> year, boolean left, boolean dated, boolean told) {}

    public RollOverPlan {
        groups = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        facts = List.copyOf(facts);
    }

    static RollOverPlan of(List<Known> students, LocalDate day, int lastYear) {
        SortedMap<Integer, Group> groups = new TreeMap<>();
        List<NewObservation> facts = new ArrayList<>();
        for (Known known : students) {
            if (known.year().isEmpty() || known.told()) {
                continue;
            }
            int year = known.year().get();
            boolean leaves = !known.left() && year >= lastYear;
            groups.merge(
                    year, new Group(known.left() || leaves ? 0 : 1, leaves ? 1 : 0, known.left() ? 1 : 0), Group::and);
            if (year < OLDEST) {
                facts.add(fact(known, "nc_year", new Value.Amount(BigDecimal.valueOf(year + 1L)), day));
            }
            if (leaves) {
                facts.add(fact(known, "enrol_status", new Value.Code("P"), day));
            }
            if (leaves && !known.dated()) {
                facts.add(fact(known, "leaving_date", new Value.Day(day.minusDays(1)), day));
            }
        }
        return new RollOverPlan(
                day,
                lastYear,
                groups,
                (int) students.stream()
                        .filter(one -> one.year().isEmpty() && !one.left())
                        .count(),
                (int) students.stream()
                        .filter(one -> one.year().isPresent() && one.told())
                        .count(),
                facts);
    }

    private static NewObservation fact(Known known, String attribute, Value value, LocalDate day) {
        return new NewObservation(known.student(), attribute, value, SOURCE, day);
    }

    /** Students who move up at the school. */
    public int moving() {
        return groups.values().stream().mapToInt(Group::movingUp).sum();
    }

    /** Students who become leavers. */
    public int leaving() {
        return groups.values().stream().mapToInt(Group::leaving).sum();
    }

    /** Students who had left before. */
    public int gone() {
        return groups.values().stream().mapToInt(Group::gone).sum();
    }
}
