package signpost.engine.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTest {

    @Test
    void plainWordsStandAsTheyAre() {
        assertThat(Written.literal("Persistent absence, year 10-11")).isEqualTo("\"Persistent absence, year 10-11\"");
    }

    @Test
    void aQuoteStandsByItsNumber() {
        assertThat(Written.literal("say \"no\"")).isEqualTo("text( \"say ~0022;no~0022;\" )");
    }

    @Test
    void aTildeStandsByItsNumberToo() {
        assertThat(Written.literal("~0022;")).isEqualTo("text( \"~007E;0022;\" )");
    }

    @Test
    void lettersOfEnglishNamesAndPoundsStandInCommentsAsTheyAre() {
        assertThat(Written.comment("caf\u00e9, \u00a320 \u2013 90%")).isEqualTo("caf\u00e9, \u00a320 \u2013 90%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u000a", "\n", "\r", "\u0085", "\u2028", "\u202e", "\\u002a\\u002f"})
    void nothingThatCouldEndAnyLineReachesAComment(String hostile) {
        assertThat(Written.comment("a" + hostile + "b")).doesNotContain("\\").matches("[\\x20-\\x7E]+");
    }

    @Test
    void noCharacterAtAllCanEndALiteral() {
        String everything = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(one -> !Character.isLetterOrDigit(one))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        assertThat(Written.name(everything)).matches("[A-Za-z0-9 .,:;_/+()~-]*+");
        assertThat(Written.list(List.of("a", "b\\"))).isEqualTo("Arrays.asList( \"a\", text( \"b~005C;\" ) )");
    }
}
