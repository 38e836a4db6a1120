package signpost.api.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import signpost.api.rulebooks.BookInForce;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.engine.change.ChangesInWords;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookReading;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.scenario.CheckedBook;
import signpost.engine.scenario.ScenarioRun;
import signpost.engine.text.Problems;

/**
 * How long it takes from a proposal to the book in force, for 200 rules, and the share of each step of the check: a figure to
 * read, not a claim to hold. Each book is new, so nothing of it is at hand.
 */
@SignpostTest
@Tag("thorough")
class PublishingSpeedTest {

    private static final int ROUNDS = 15;

    private static final String RULE = """
            Rule: Made rule %1$d of book %2$d
              Why: To make the book larger.
              When
                the student is in year 12
                and attendance is below %3$s%%
              Then
                flag "Made %1$d" as low
              Because
                attendance is {attendance}

            Scenario: Made %1$d fires
              For: Made rule %1$d of book %2$d
              Given
                the student is in year 12
                and attendance is 20%%
              Expect
                flag "Made %1$d"

            """;

    @Autowired
    TestBooks books;

    @Autowired
    TestSchools schools;

    @Autowired
    BookInForce book;

    @Test
    void fromAProposalToTheBookInForce() {
        var school = schools.school();
        List<Long> whole = new ArrayList<>();
        Map<String, List<Long>> steps = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, String> texts = Map.of("topics/made.txt", made(round));
            RuleBook before = schools.scope().within(school.id(), book::agreed).book();
            BookFiles files = with(school.id(), texts);
            RuleBook read = timed(
                    steps, "read and check the rules", () -> ((BookReading.Whole) CheckedBook.read(files)).book());
            assertThat(read.rules()).hasSize(200);
            Recommender ready = timed(steps, "build the network", () -> new Recommender(read));
            timed(steps, "run " + read.scenarios().size() + " scenarios", () -> ScenarioRun.run(ready, new Problems()));
            timed(steps, "say what changed", () -> ChangesInWords.between(before, read));
            long start = System.nanoTime();
            books.publish(school, texts);
            whole.add(System.nanoTime() - start);
        }
        System.out.printf("proposed, approved, published and in force: %.0f ms (median of %d)%n", ms(whole), ROUNDS);
        double sum = 0;
        for (var step : steps.entrySet()) {
            sum += ms(step.getValue());
            System.out.printf(
                    "  %s: %.0f ms, %.0f%%%n",
                    step.getKey(), ms(step.getValue()), 100 * ms(step.getValue()) / ms(whole));
        }
        System.out.printf("  people's rows, the database and the rest: %.0f%%%n", 100 * (1 - sum / ms(whole)));
    }

    private BookFiles with(UUID school, Map<String, String> texts) {
        return schools.scope().within(school, () -> books.over(school, texts));
    }

    private static String made(int round) {
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < 110; number++) {
            text.append(RULE.formatted(number, round, 30 + number % 60 + "." + number % 10));
        }
        return text.toString();
    }

    private static <T> T timed(Map<String, List<Long>> steps, String name, Supplier<T> step) {
        long start = System.nanoTime();
        T result = step.get();
        steps.computeIfAbsent(name, added -> new ArrayList<>()).add(System.nanoTime() - start);
        return result;
    }

    private static double ms(List<Long> times) {
        long[] sorted = times.stream().mapToLong(time -> time).sorted().toArray();
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow() / 1e6;
    }
}
