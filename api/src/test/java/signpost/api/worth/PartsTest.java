package signpost.api.worth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which counts whoever does not see the students is told. */
class PartsTest {

    @Test
    void whoSeesTheStudentsIsToldEveryCount() {
        assertThat(Parts.told(List.of(3, 0, 40), false))
                .containsExactly(Optional.of(3), Optional.of(0), Optional.of(40));
    }

    @Test
    void aSmallCountTakesTheNextSmallestWithIt() {
        assertThat(Parts.told(List.of(3, 12, 40), true))
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of(40));
    }

    @Test
    void twoNoughtsAreNotGivenAwayByTheRest() {
        assertThat(Parts.told(List.of(0, 0, 12, 40), true))
                .containsExactly(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(40));
    }

    @Test
    void whatIsLeftOutIsNeverFewUnlessAllIs() {
        Random random = new Random(7);
        for (int run = 0; run < 2_000; run++) {
            List<Integer> counts = IntStream.range(0, 2 + random.nextInt(5))
                    .mapToObj(at -> random.nextInt(random.nextBoolean() ? 12 : 60))
                    .toList();
            List<Optional<Integer>> told = Parts.told(counts, true);
            int hidden = IntStream.range(0, counts.size())
                    .filter(at -> told.get(at).isEmpty())
                    .map(counts::get)
                    .sum();
            long left = told.stream().filter(Optional::isEmpty).count();
            assertThat(told)
                    .as("%s", counts)
                    .noneMatch(count -> count.filter(one -> one < Parts.LEAST).isPresent());
            assertThat(left == 0 || left == counts.size() || left > 1 && hidden >= Parts.LEAST)
                    .as("%s", counts)
                    .isTrue();
        }
    }
}
