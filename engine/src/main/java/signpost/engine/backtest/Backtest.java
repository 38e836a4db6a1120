package signpost.engine.backtest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import signpost.engine.cohort.Outcome;
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

    private static final int BATCH = 100;

    public Backtest {
        rules = List.copyOf(rules);
        flags = List.copyOf(flags);
    }

    /**
     * Judges each student on the date given with them.
     *
     * @param students gone through once, so that their number does not matter
     * @param became the outcome of each of them
     */
    public static Backtest of(
            Recommender recommender, Iterator<StudentOnDate> students, Function<StudentOnDate, Outcome> became) {
        Band everybody = Band.EMPTY;
        Counting counting = new Counting(recommender);
        while (students.hasNext()) {
            List<StudentOnDate> batch = new ArrayList<>(BATCH);
            List<Outcome> outcomes = new ArrayList<>(BATCH);
            while (students.hasNext() && batch.size() < BATCH) {
                StudentOnDate student = students.next();
                batch.add(student);
                outcomes.add(became.apply(student));
                everybody = everybody.with(outcomes.get(outcomes.size() - 1));
            }
            counting.count(batch, outcomes);
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
