package signpost.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is told of a tally gives no small number back. */
class DisclosureTest {

    @Test
    void oneHiddenTermOfASumHidesAnother() {
        Tally tally = new Tally("A", new Band(0, 0, 0, 0), new Band(30, 19, 0, 0), new Band(20, 2, 0, 0));
        Told told = told(tally, 10);

        assertThat(told.count(Count.BAD)).hasValue(21);
        assertThat(told.count(Count.FLAGGED_BAD)).hasValue(0);
        assertThat(told.count(Count.COULD_NOT_TELL)).isEmpty();
        assertThat(told.count(Count.MISSED)).as("21 less 19 is 2").isEmpty();
    }

    @Test
    void aShareDoesNotGiveItsOtherPartBack() {
        Told told = told(new Tally("A", new Band(8, 12, 0, 0), new Band(40, 20, 0, 0), Band.EMPTY), 10);

        assertThat(told.right()).as("12 of 20 says that 8 are well").isEmpty();
        assertThat(told.count(Count.FLAGGED_OUTCOME_KNOWN)).hasValue(20);
    }

    @Test
    void whereEveryNumberIsLargeOrNoneEveryNumberIsTold() {
        Told told = told(new Tally("A", new Band(18, 12, 0, 0), new Band(40, 20, 0, 0), Band.EMPTY), 10);

        assertThat(told.counts()).containsOnlyKeys(Count.values());
        assertThat(told.right()).contains(new Share(12, 30));
        assertThat(told.found()).contains(new Share(12, 32));
    }

    @Test
    void withAMinimumOfOneEveryNumberIsTold() {
        assertThat(told(new Tally("A", new Band(1, 2, 0, 3), new Band(1, 1, 1, 1), new Band(0, 1, 0, 2)), 1)
                        .counts())
                .containsOnlyKeys(Count.values());
    }

    /** Cohorts small enough to write down every other one: a number is given back when it is the same in all that fit. */
    @Test
    void whoeverTriesAllCohortsFindsNoSmallNumber() {
        for (int seed = 0; seed < 25; seed++) {
            Random dice = new Random(seed);
            Tally tally = new Tally("A", band(dice), band(dice), band(dice));
            Told told = told(tally, 3);
            List<Integer> few = Count.groups().stream()
                    .filter(group -> Count.in(group, tally) > 0 && Count.in(group, tally) < 3)
                    .toList();
            int judged = tally.judged();
            boolean[] open = new boolean[few.size()];
            each(new int[9], 0, judged + 1, cells -> {
                if (told.counts().entrySet().stream()
                        .allMatch(known -> sum(cells, known.getKey().cells()) == known.getValue())) {
                    for (int at = 0; at < open.length; at++) {
                        open[at] |= sum(cells, few.get(at)) != Count.in(few.get(at), tally);
                    }
                }
            });
            assertThat(open).as("seed %s: %s", seed, tally).doesNotContain(false);
        }
    }

    private static Band band(Random dice) {
        return new Band(dice.nextInt(3), dice.nextInt(2), 0, dice.nextInt(2));
    }

    private static int sum(int[] cells, int wanted) {
        int sum = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            sum += (wanted >> cell & 1) * cells[cell];
        }
        return sum;
    }

    private static void each(int[] cells, int from, int most, java.util.function.Consumer<int[]> take) {
        if (from == cells.length) {
            take.accept(cells);
            return;
        }
        for (int number = 0; number <= most; number++) {
            cells[from] = number;
            each(cells, from + 1, most - number, take);
        }
        cells[from] = 0;
    }

    private static Told told(Tally tally, int least) {
        Backtest backtest = new Backtest(tally.all(), List.of(tally), List.of());
        return new Disclosure(new Minimum(least), backtest).of(tally);
    }
}
