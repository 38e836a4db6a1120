package signpost.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static signpost.engine.ABook.rule;
import static signpost.engine.AStudent.aStudent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import signpost.engine.ABook;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookZip;
import signpost.engine.rulebook.ZipReading;
import signpost.engine.scenario.CheckedBook;
import signpost.engine.text.Problem;
import signpost.engine.text.Problems;
import signpost.engine.vocabulary.Reading;
import signpost.engine.vocabulary.ValueReader;

/**
 * Every attack in every place of a book: it is plain text or a problem with a place. Nothing runs, nothing hangs, nothing
 * escapes as an exception.
 */
class AttackTest {

    /** Far beyond what a slow machine needs; what takes longer hangs. */
    private static final Duration HANGING = Duration.ofSeconds(120);

    private static final List<String> ATTACKS = Attacks.all();

    @AfterEach
    void nothingRan() {
        assertThat(Attacks.traces()).isNull();
    }

    @Test
    void thereAreMoreThanAHundredOfThem() {
        assertThat(ATTACKS).doesNotHaveDuplicates().hasSizeGreaterThan(200);
        assertThat(Attacks.byFamily()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource(Spot.class)
    void anywhereInABookItIsTextOrAProblem(Spot spot) {
        each(spot, 8, attack -> textOrProblem(attack, spot.with(attack).files()));
    }

    @ParameterizedTest
    @EnumSource(TableSpot.class)
    void anywhereInATableItIsTextOrAProblem(TableSpot spot) {
        each(spot, 60, attack -> {
            textOrProblem(attack, spot.inACsv(attack).files());
            textOrProblem(attack, spot.inAWorkbook(attack).files());
        });
    }

    @ParameterizedTest
    @EnumSource(FileSpot.class)
    void anywhereInAFileOfASpreadsheetItIsTextOrAProblem(FileSpot spot) {
        each(spot, 60, attack -> textOrProblem(attack, spot.with(attack).files()));
    }

    @Test
    void asAFileOfAZipItIsAFileOrAProblem() {
        for (String attack : ATTACKS) {
            byte[] zip = zip(shortened(attack), "topics/" + shortened(attack) + ".txt");
            ZipReading reading = BookZip.unpack(attack, zip);
            if (reading instanceof ZipReading.Refused refused) {
                assertThat(refused.problems()).as(attack).isNotEmpty().allSatisfy(AttackTest::isForAPerson);
            } else {
                assertThat(((ZipReading.Unpacked) reading).files().paths())
                        .allSatisfy(path -> assertThat(path).doesNotContain("..", "\\", ":", "\u0000"));
            }
        }
    }

    /** No zip holds a longer name. */
    private static String shortened(String attack) {
        return attack.substring(0, Math.min(attack.length(), 10_000));
    }

    private static byte[] zip(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void each(Enum<?> spot, int oneIn, Consumer<String> tried) {
        assertTimeoutPreemptively(HANGING, () -> chosen(spot, oneIn).forEach(tried));
    }

    /** All of them where the thorough profile is on; otherwise one in so many, others in every place. */
    private static List<String> chosen(Enum<?> spot, int oneIn) {
        int step = Boolean.getBoolean("signpost.thorough") ? 1 : oneIn;
        int first = Math.floorMod(spot.name().hashCode(), step);
        return IntStream.range(0, ATTACKS.size())
                .filter(at -> at % step == first)
                .mapToObj(ATTACKS::get)
                .toList();
    }

    private static void textOrProblem(String attack, BookFiles files) {
        CheckedBook checked = CheckedBook.of(files);
        if (checked instanceof CheckedBook.Refused refused) {
            assertThat(refused.problems())
                    .as(attack)
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(Problems.MOST + 1)
                    .allSatisfy(AttackTest::isForAPerson);
        } else {
            ((CheckedBook.Ready) checked)
                    .recommender()
                    .judge(aStudent().withAttendance("90").seen());
        }
    }

    private static void isForAPerson(Problem problem) {
        assertThat(problem.place().file()).isNotBlank();
        assertThat(problem.message()).isNotBlank().hasSizeLessThan(1_500);
    }

    @Test
    void aFlagThatIsAcceptedComesOutLetterForLetter() {
        int accepted = 0;
        for (String attack : ATTACKS) {
            ABook book = Spot.FLAG.with(attack);
            if (book.problems().isEmpty()) {
                accepted++;
                assertThat(book.recommender()
                                .judge(aStudent().withAttendance("90").seen())
                                .flags())
                        .singleElement()
                        .satisfies(flag -> assertThat(flag.flag()).isEqualTo(attack));
            }
        }
        assertThat(accepted).isGreaterThan(50);
    }

    @Test
    void aReasonIsSaidWordForWord() {
        String reason = "because \"a [then] b\" > \\u0022 $1 %s <b> __$$ #() =1+1";

        assertThat(ABook.withRules(rule("A", "flag \"A\" as low", "attendance is known")
                                .replace("a reason", reason))
                        .recommender()
                        .judge(aStudent().withAttendance("90").seen())
                        .flags())
                .singleElement()
                .satisfies(flag -> assertThat(flag.reasons().get(0).because()).isEqualTo(reason));
    }

    @Test
    void asAStudentsValueItIsTextOrRefused() {
        assertTimeoutPreemptively(
                HANGING,
                () -> ABook.when("attendance is known")
                        .read()
                        .vocabulary()
                        .attributes()
                        .forEach(attribute -> ATTACKS.forEach(attack ->
                                assertThat(ValueReader.read(attribute, attack)).isNotNull())));
    }

    @Test
    void asAStudentsTextItIsSaidWordForWord() {
        ABook book = ABook.withRules(rule("A", "flag \"A\" as low", "the intended provider is known")
                .replace("a reason", "goes to {the intended provider}"));
        for (String attack : ATTACKS) {
            if (ValueReader.read(
                            book.read().vocabulary().byKey("intended_provider").orElseThrow(), attack)
                    instanceof Reading.Read) {
                assertThat(book.recommender()
                                .judge(aStudent()
                                        .with("intended_provider", attack)
                                        .seen())
                                .flags())
                        .singleElement()
                        .satisfies(flag ->
                                assertThat(flag.reasons().get(0).because()).isEqualTo("goes to " + attack.strip()));
            }
        }
    }
}
