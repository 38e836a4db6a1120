package signpost.api.worth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookReader;
import signpost.engine.rulebook.BookReading;
import signpost.engine.rulebook.Rule;

/** When a rule falls mainly on one group, and when so few are behind it that nothing is said. */
class FallingTest {

    private final List<UUID> all = Stream.generate(UUID::randomUUID).limit(200).toList();
    private final Rule rule = ((BookReading.Whole) BookReader.read(BookFiles.ofFolder(Path.of("..", "rules", "pack"))))
            .book()
            .rule("Persistent absence")
            .orElseThrow();

    @Test
    void twiceAsOftenInTheGroupIsTold() {
        Optional<Falling> falling = Falling.of(rule, group(40), fired(20, 20));

        assertThat(falling.orElseThrow().words())
                .isEqualTo(
                        "Fired for 20 of 40 students with SEND (50%), and for 40 of all 200 of whom it is known (20%).");
        assertThat(falling.orElseThrow().tells()).isTrue();
    }

    @Test
    void asOftenAsElsewhereIsNot() {
        assertThat(Falling.of(rule, group(40), fired(10, 40))).isEmpty();
    }

    @Test
    void ofFewerThanTenNothingIsSaid() {
        assertThat(Falling.of(rule, group(9), fired(9, 0))).isEmpty();
    }

    @Test
    void whatWouldTellOfFewOthersIsKeptFromWhoSeesNoStudents() {
        assertThat(Falling.of(rule, group(40), fired(20, 3)).orElseThrow().tells())
                .isFalse();
    }

    private Group group(int members) {
        return new Group(
                "students with SEND", "sen_provision", new HashSet<>(all.subList(0, members)), Set.copyOf(all));
    }

    private List<UUID> fired(int inside, int outside) {
        List<UUID> fired = new ArrayList<>(all.subList(0, inside));
        fired.addAll(all.subList(200 - outside, 200));
        return fired;
    }
}
