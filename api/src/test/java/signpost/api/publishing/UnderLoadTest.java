package signpost.api.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import signpost.api.rulebooks.BookInForce;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.engine.evaluation.Judgement;
import signpost.engine.evaluation.Recommender;
import signpost.engine.profile.Profile;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.profile.TermCalendar;

/** Publications while evaluations run without pause: none fails, none mixes two versions, nothing is left behind. */
@SignpostTest
class UnderLoadTest {

    /** Two rules in two files that always carry the same number: an evaluation that mixed versions would show two. */
    private static final String RULE = """
            Rule: %s
              Why: To tell one version from another.
              When
                the year group is not known
              Then
                flag "%s %d" as low
              Because
                this is version %d
            """;

    @Autowired
    TestBooks books;

    @Autowired
    TestSchools schools;

    @Autowired
    BookInForce book;

    @Test
    void fivePublicationsDisturbNoEvaluation() throws InterruptedException {
        publications(5);
    }

    @Test
    @Tag("thorough")
    void fiftyPublicationsDisturbNoEvaluationAndLeaveNothingBehind() throws InterruptedException {
        // The first fifty fill what is kept on purpose: the last few checked books, compiled code.
        publications(50);
        long metaspace = metaspace();
        long heap = heap();
        publications(50);
        System.out.printf(
                "heap %d MB before, %d MB after; metaspace %d MB before, %d MB after%n",
                heap >> 20, heap() >> 20, metaspace >> 20, metaspace() >> 20);
        assertThat(metaspace()).isLessThan(metaspace + (4 << 20));
        assertThat(heap()).isLessThan(heap + (16 << 20));
    }

    private void publications(int count) throws InterruptedException {
        var school = schools.school();
        books.publish(school, texts(0));
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var seen = new ConcurrentLinkedQueue<Integer>();
        var evaluations = new AtomicInteger();
        var going = new AtomicBoolean(true);
        var begun = new CountDownLatch(1);
        Thread evaluating = new Thread(() -> {
            while (going.get()) {
                try {
                    seen.add(version(evaluated(school.id())));
                    evaluations.incrementAndGet();
                } catch (Throwable failure) {
                    failures.add(failure);
                }
                begun.countDown();
            }
        });
        evaluating.start();
        begun.await();
        for (int number = 1; number <= count; number++) {
            books.publish(school, texts(number));
            assertThat(version(evaluated(school.id()))).isEqualTo(number);
        }
        going.set(false);
        evaluating.join();

        assertThat(failures).isEmpty();
        assertThat(List.copyOf(seen)).isSorted();
        assertThat(Set.copyOf(seen)).hasSizeGreaterThan(1);
        assertThat(evaluations.get()).isGreaterThan(count);
    }

    private Judgement evaluated(UUID school) {
        return schools.scope().within(school, () -> {
            Recommender recommender = book.agreed();
            LocalDate day = LocalDate.of(2026, 11, 16);
            List<StudentOnDate> students = new java.util.ArrayList<>();
            for (int number = 0; number < 50; number++) {
                students.add(new StudentOnDate(new Profile("s" + number, Map.of()), day, TermCalendar.english()));
            }
            return recommender.judge(students).get(49);
        });
    }

    /** The one number that all flags of the judgement carry. */
    private static int version(Judgement judgement) {
        Set<Integer> numbers = new TreeSet<>();
        judgement.flags().stream()
                .map(flag -> flag.flag())
                .filter(flag -> flag.startsWith("First ") || flag.startsWith("Second "))
                .forEach(flag -> numbers.add(Integer.valueOf(flag.substring(flag.indexOf(' ') + 1))));
        assertThat(numbers).hasSize(1);
        return numbers.iterator().next();
    }

    private static Map<String, String> texts(int number) {
        Map<String, String> texts = new HashMap<>();
        for (String name : List.of("First", "Second")) {
            texts.put(
                    "topics/" + name.toLowerCase(java.util.Locale.ROOT) + ".txt",
                    RULE.formatted(name, name, number, number));
        }
        return texts;
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
