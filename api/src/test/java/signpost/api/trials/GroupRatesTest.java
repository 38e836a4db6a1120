package signpost.api.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import signpost.api.trials.GroupCounts.Count;

/** What is told of groups gives nobody away, by sum or by difference; and when a change falls mainly on one. */
class GroupRatesTest {

    private static GroupRates rates(Map<String, Count> groups) {
        return GroupRates.of(Characteristic.SEX, new TreeMap<>(groups));
    }

    private static GroupRates.Row row(GroupRates rates, String group) {
        return rates.rows().stream()
                .filter(row -> row.group().equals(group))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void largeNumbersAreTold() {
        GroupRates rates = rates(Map.of("Female", new Count(100, 20, 40, 20), "Male", new Count(100, 30, 30, 0)));
        assertThat(row(rates, "Female").before().orElseThrow().part()).isEqualTo(20);
        assertThat(row(rates, "Female").after().orElseThrow().part()).isEqualTo(40);
        assertThat(row(rates, "Female").change()).isEqualTo("20 points more");
        assertThat(row(rates, "Male").change()).isEqualTo("none");
    }

    @Test
    void whatTheOtherWouldGiveAwayIsHiddenToo() {
        GroupRates rates = rates(Map.of("Female", new Count(100, 20, 40, 20), "Male", new Count(100, 30, 33, 3)));
        assertThat(row(rates, "Male").before()).isPresent();
        assertThat(row(rates, "Male").after()).isEmpty();
        assertThat(row(rates, "Female").after()).isEmpty();
        GroupRates small = rates(Map.of(
                "Female",
                new Count(100, 20, 40, 20),
                "Male",
                new Count(100, 30, 50, 20),
                "Not known",
                new Count(3, 1, 1, 0)));
        assertThat(row(small, "Not known").students()).isEmpty();
        assertThat(small.rows().stream().filter(row -> row.students().isEmpty()))
                .hasSizeGreaterThan(1);
    }

    @Test
    void noSumAndNoDifferenceIsOfAFew() {
        Random chance = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            Map<String, Count> groups = new TreeMap<>();
            for (int group = 0; group < 1 + chance.nextInt(5); group++) {
                int students = chance.nextInt(60);
                groups.put(
                        "G" + group,
                        new Count(students, chance.nextInt(students + 1), chance.nextInt(students + 1), 0));
            }
            assertNothingOfAFew(groups, rates(groups));
        }
    }

    private static void assertNothingOfAFew(Map<String, Count> groups, GroupRates rates) {
        List<Integer> found = new ArrayList<>();
        Count hidden = Count.NONE;
        Count hiddenAfter = Count.NONE;
        for (GroupRates.Row row : rates.rows()) {
            Count count = groups.getOrDefault(row.group(), Count.NONE);
            if (row.students().isPresent()) {
                found.addAll(List.of(count.students(), count.before(), count.students() - count.before()));
            } else {
                hidden = hidden.and(count);
            }
            if (row.after().isPresent()) {
                found.addAll(List.of(count.after(), Math.abs(count.after() - count.before())));
            } else {
                hiddenAfter = hiddenAfter.and(count);
            }
        }
        if (rates.rows().stream().anyMatch(row -> row.students().isPresent())) {
            found.addAll(List.of(hidden.students(), hidden.before(), hidden.students() - hidden.before()));
        }
        if (rates.rows().stream().anyMatch(row -> row.after().isPresent())) {
            found.addAll(List.of(hiddenAfter.after(), Math.abs(hiddenAfter.after() - hiddenAfter.before())));
        }
        assertThat(found).as(groups + " told as " + rates).allMatch(number -> number == 0 || number >= 10);
    }

    @Test
    void aChangeFallsMainlyOnAGroupByHalfAndByOneAndAHalfTimesItsPart() {
        assertThat(FallsOn.mainly(Map.of("Yes", new Count(30, 0, 0, 12), "No", new Count(70, 0, 0, 8))))
                .contains("Yes");
        assertThat(FallsOn.mainly(Map.of("Yes", new Count(50, 0, 0, 12), "No", new Count(50, 0, 0, 8))))
                .as("half of them, and half of everybody")
                .isEmpty();
        assertThat(FallsOn.mainly(Map.of("Yes", new Count(30, 0, 0, 9), "No", new Count(70, 0, 0, 1))))
                .as("too few to tell")
                .isEmpty();
        assertThat(FallsOn.mainly(Map.of("Yes", new Count(10, 0, 0, 10), "No", new Count(90, 0, 0, 11))))
                .as("not half")
                .isEmpty();
    }
}
