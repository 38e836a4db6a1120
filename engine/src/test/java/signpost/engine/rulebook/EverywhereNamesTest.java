package signpost.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.engine.ABook;

/** A book has only files that every computer keeps apart. */
class EverywhereNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topics/CON.txt",
                "topics/con.txt",
                "topics/aux.scenarios.csv",
                "topics/LPT1.txt",
                "topics/nul .txt",
                "aux/a.txt",
                "topics/a .txt",
                "topics/a..txt",
                "topics/ a.txt",
                "topics /a.txt"
            })
    void whatNotEveryComputerKeepsIsRefused(String path) {
        assertThat(EverywhereNames.wrong(path)).isPresent();
        assertThat(ABook.problems(new BookFiles(Map.of(path, new byte[] {'x'}))))
                .anyMatch(problem -> problem.startsWith(path + ":1:1: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"topics/Contact.txt", "topics/a b.scenarios.txt", "tables/com10.csv", "catalogue/auxiliary.csv"})
    void ordinaryNamesAreTaken(String path) {
        assertThat(EverywhereNames.wrong(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"topics/A.txt,topics/a.txt", "Topics/a.txt,topics/A.txt"})
    void namesThatDifferInCapitalsOnlyCollide(String one, String other) {
        assertThat(EverywhereNames.collision(one, List.of("topics/b.txt", one, other)))
                .hasValueSatisfying(message -> assertThat(message).contains(one, other));
    }

    @Test
    void aFileDoesNotCollideWithItself() {
        assertThat(EverywhereNames.collision("topics/a.txt", List.of("topics/a.txt", "topics/b.txt")))
                .isEmpty();
    }
}
