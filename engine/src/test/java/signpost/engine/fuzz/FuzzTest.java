package signpost.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The seeds and what fuzzing once found are read again by every build; under the thorough profile Jazzer looks for more. */
class FuzzTest {

    private static final Duration HANGING = Duration.ofSeconds(60);
    private static final Path FOUND = Path.of("target", "fuzz");

    /** Ours and the libraries that meet the bytes first: without theirs no coverage leads past a zip. */
    private static final String READERS = String.join(
            File.pathSeparator,
            "signpost.engine.**",
            "de.siegmar.fastcsv.**",
            "org.apache.commons.compress.archivers.zip.**",
            "org.apache.poi.openxml4j.**",
            "org.apache.poi.xssf.eventusermodel.**");

    /** How long each target is fuzzed, in seconds. */
    private static final int SECONDS = Integer.getInteger("signpost.fuzz.seconds", 120);

    @ParameterizedTest
    @EnumSource(Target.class)
    void seedsAndFormerFindingsAreReadWithoutHarm(Target target) throws IOException {
        for (Path seed : files(target.seeds())) {
            byte[] bytes = Files.readAllBytes(seed);
            assertTimeoutPreemptively(HANGING, () -> target.read(bytes), seed::toString);
        }
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(Target.class)
    void jazzerFindsNoHarm(Target target) throws IOException, InterruptedException {
        Path found = Files.createDirectories(FOUND.resolve(target.words()).resolve("found"));
        Path corpus = Files.createDirectories(FOUND.resolve(target.words()).resolve("corpus"));
        Process jazzer = new ProcessBuilder(command(target, corpus, found))
                .redirectErrorStream(true)
                .redirectOutput(FOUND.resolve(target.words() + ".log").toFile())
                .start();

        assertThat(jazzer.waitFor()).as(target.words()).isZero();
        assertThat(files(found)).isEmpty();
    }

    /** In a Java of its own, because Jazzer rewrites classes as they load; its detectors of code that runs are on. */
    private static List<String> command(Target target, Path corpus, Path found) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx900m",
                "-Dsignpost.fuzz=" + target.words(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Fuzzed.class.getName(),
                "--instrumentation_includes=" + READERS,
                "-dict=" + Target.SEEDS.resolve("words.dict"),
                "-max_total_time=" + SECONDS,
                "-timeout=60",
                "-rss_limit_mb=3000",
                "-max_len=8192",
                "-print_final_stats=1",
                "--reproducer_path=" + found,
                "-artifact_prefix=" + found + "/",
                corpus.toString(),
                target.seeds().toString());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
