package signpost.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import signpost.engine.text.BlockReader;

/** No pattern of the engine takes longer over a hostile line than over a kind one: its own words are turned against it. */
class EveryPatternTest {

    private static final Pattern WORD = Pattern.compile("[A-Za-z]+|\\d|[ \"{}.,%-]");

    @Test
    void noPatternLosesItsWay() throws IllegalAccessException {
        List<Pattern> patterns = patterns();

        assertThat(patterns).hasSizeGreaterThan(40);
        for (Pattern pattern : patterns) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(30),
                    () -> against(pattern).forEach(line -> {
                        pattern.matcher(line).matches();
                        pattern.matcher(line).find();
                    }),
                    pattern::pattern);
        }
    }

    /** Lines as long as a line may be, of the pattern's own words and pairs of them, each ending as it should not. */
    private static Stream<String> against(Pattern pattern) {
        List<String> words = WORD.matcher(pattern.pattern())
                .results()
                .map(found -> found.group())
                .distinct()
                .limit(Boolean.getBoolean("signpost.thorough") ? 24 : 5)
                .toList();
        List<String> all = Stream.concat(words.stream(), Stream.of(" ", "1", "a", "\"", "{"))
                .distinct()
                .toList();
        String start = String.join(" ", words);
        return all.stream()
                .flatMap(first -> all.stream().map(second -> first + " " + second + " "))
                .flatMap(pair ->
                        Stream.of(asLongAsALine(pair), asLongAsALine(pair.strip()), start + " " + asLongAsALine(pair)));
    }

    private static String asLongAsALine(String piece) {
        return piece.isEmpty() ? "!" : piece.repeat(BlockReader.LONGEST_LINE / piece.length() + 1) + "\u00A3";
    }

    private static List<Pattern> patterns() throws IllegalAccessException {
        List<Pattern> patterns = new ArrayList<>();
        for (JavaField field : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("signpost.engine").stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(Pattern.class))
                        .toList()) {
            Field reflected = field.reflect();
            if (Modifier.isStatic(reflected.getModifiers())) {
                reflected.setAccessible(true);
                patterns.add((Pattern) reflected.get(null));
            }
        }
        return patterns;
    }
}
