package signpost.engine.backtest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.engine.evaluation.Recommender;
import signpost.engine.profile.StudentOnDate;

/**
 * A book held against what became of a cohort.
 *
 * @param everybody the cohort, flagged or not
 * @param rules in the order of the book; a rule judges a student on a day it is in force
 * @param flags by name; a flag is certain when a rule that raises it is, and cannot tell when one of them cannot
 */
public record Backtest(Band everybody, List<Tally> rules, List<Tally> flags) {

    public Backtest {
        rules = List.copyOf(rules);
        flags = List.copyOf(flags);
    }

    /**
     * Judges each student on the date given with them.
     *
     * @param students gone through once, so that their number does not matter
     * @param outcomes by student id; of a student who is not in it nothing is known, and other students are passed by
     */
    public static Backtest of(
            Recommender recommender, Iterable<StudentOnDate> students, Map<String, Outcome> outcomes) {
        Band everybody = Band.EMPTY;
        Counting counting = new Counting(recommender);
        for (StudentOnDate student : students) {
            Outcome outcome = outcomes.getOrDefault(student.profile().studentId(), Outcome.NOT_KNOWN);
            everybody = everybody.with(outcome);
            counting.count(student, outcome);
        }
        return new Backtest(everybody, counting.rules(), counting.flags());
    }

    /** The tally of the rule with that name. */
    public Optional<Tally> rule(String name) {
        return rules.stream().filter(tally -> tally.name().equals(name)).findFirst();
    }

    /** The tally of the flag with that name. */
    public Optional<Tally> flag(String name) {
        return flags.stream().filter(tally -> tally.name().equals(name)).findFirst();
    }
}
