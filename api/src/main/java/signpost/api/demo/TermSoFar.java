package signpost.api.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import signpost.api.demo.AdviserWork.Waiting;
import signpost.api.schools.StaffMember;

/** Notes the weeks of a term as advisers work through them: some suggestions on each of some days, and the help that follows. */
@Component
@Profile("demo")
class TermSoFar {

    /** As many as one session takes, and some who wait for the next. */
    private static final int GROUP = 10;

    private final AdviserWork work;
    private final HelpGiven help;

    TermSoFar(AdviserWork work, HelpGiven help) {
        this.work = work;
        this.help = help;
    }

    /**
     * Notes decisions and what became of them.
     *
     * @param days on which advisers decide
     * @param each how many suggestions they decide on such a day
     * @param until the last day on which anything is held
     * @param later up to when they put off what they put off
     */
    void note(
            Diary diary,
            DemonstrationStaff staff,
            List<Waiting> waiting,
            List<LocalDate> days,
            int each,
            LocalDate until,
            LocalDate later) {
        IntStream.range(0, Math.min(waiting.size(), days.size() * each))
                .forEach(number ->
                        note(diary, staff, waiting.get(number), days.get(number / each), number, until, later));
    }

    private void note(
            Diary diary,
            DemonstrationStaff staff,
            Waiting on,
            LocalDate day,
            int number,
            LocalDate until,
            LocalDate later) {
        StaffMember adviser = staff.adviserOf(on.student());
        Choice choice = Choice.byTurns(number);
        diary.on(day, () -> work.decide(adviser, on, choice, later));
        if (choice.accepts()) {
            help.note(diary, new HelpGiven.Accepted(on.id(), adviser, day), number, until);
        }
    }

    /** What most wait for, accepted for as many as a group takes: for sessions to come of it. */
    void noteGroup(Diary diary, DemonstrationStaff staff, List<Waiting> waiting, LocalDate day, LocalDate later) {
        waiting.stream()
                .limit(GROUP)
                .forEach(one ->
                        diary.on(day, () -> work.decide(staff.adviserOf(one.student()), one, Choice.ACCEPT, later)));
    }

    /** Suggestions of each intervention, the one that most wait for first. */
    static List<List<Waiting>> byIntervention(List<Waiting> waiting) {
        Map<String, List<Waiting>> all = waiting.stream().collect(Collectors.groupingBy(Waiting::intervention));
        return all.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, List<Waiting>>>comparingInt(
                                entry -> -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** One of each intervention by turns, the gravest of each first. */
    static List<Waiting> mixed(List<Waiting> waiting) {
        List<List<Waiting>> all = byIntervention(waiting);
        return IntStream.range(0, waiting.isEmpty() ? 0 : all.get(0).size())
                .boxed()
                .flatMap(turn -> all.stream().filter(one -> one.size() > turn).map(one -> one.get(turn)))
                .toList();
    }
}
