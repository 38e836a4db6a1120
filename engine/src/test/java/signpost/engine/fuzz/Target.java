package signpost.engine.fuzz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import signpost.engine.ABook;
import signpost.engine.AStudent;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookReader;
import signpost.engine.rulebook.BookReading;
import signpost.engine.rulebook.BookZip;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.rulebook.ZipReading;
import signpost.engine.scenario.CheckedBook;
import signpost.engine.scenario.Scenario;
import signpost.engine.scenario.ScenarioReader;
import signpost.engine.text.Problem;
import signpost.engine.text.Problems;
import signpost.engine.vocabulary.ValueReader;

/** What can be fuzzed: each takes any bytes and fails when they do harm. */
public enum Target {
    RULES(bytes -> asFile("topics/fuzzed.txt", bytes)),
    SCENARIOS(bytes -> asScenarios("topics/fuzzed.scenarios.txt", bytes)),
    VOCABULARY(bytes -> asFile("vocabulary/fuzzed.txt", bytes)),
    CATALOGUE(bytes -> asFile(ABook.INTERVENTIONS, bytes)),
    VALUES(Target::asValues),
    TABLE(bytes -> asFile("tables/fuzzed.csv", bytes)),
    /** As a file that claims to be a workbook. */
    WORKBOOK(bytes -> asFile("tables/fuzzed.xlsx", bytes)),
    /** As the sheet of a sound workbook, which noise in a zip would hardly reach. */
    SHEET(bytes -> asFile("tables/fuzzed.xlsx", Workbooks.withSheet(bytes))),
    /** As the cells of a sound workbook. */
    CELLS(bytes -> asFile("tables/fuzzed.xlsx", Workbooks.withCells(text(bytes)))),
    ZIP(Target::asZip),
    SCENARIO_TABLE(bytes -> asScenarios("topics/fuzzed.scenarios.csv", bytes));

    /** Where each has a folder of seeds, seen from the module. */
    public static final Path SEEDS = Path.of("src", "test", "fuzz");

    private static final RuleBook BOOK = ABook.when("attendance is known").read();

    private static final Recommender RECOMMENDER = new Recommender(BOOK);

    private final Consumer<byte[]> reads;

    Target(Consumer<byte[]> reads) {
        this.reads = reads;
    }

    /** Reads the bytes; an exception or a problem that a person could not use is a failure. */
    public void read(byte[] bytes) {
        reads.accept(bytes);
    }

    public Path seeds() {
        return SEEDS.resolve(words());
    }

    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static BookFiles with(String path, byte[] bytes) {
        BookFiles base = ABook.when("attendance is known").files();
        Map<String, byte[]> files = new TreeMap<>();
        base.paths().forEach(known -> files.put(known, base.bytes(known)));
        files.put(path, bytes);
        return new BookFiles(files);
    }

    /** Reads scenarios and judges their students by the same rules each time: building them again would take most of it. */
    private static void asScenarios(String path, byte[] bytes) {
        BookReading reading = BookReader.read(with(path, bytes));
        if (reading instanceof BookReading.Broken broken) {
            usable(broken.problems());
            return;
        }
        Problems problems = new Problems();
        List<Scenario> scenarios = new ScenarioReader(((BookReading.Whole) reading).book(), problems).read();
        scenarios.forEach(scenario -> RECOMMENDER.judge(scenario.student()));
        if (!problems.isEmpty()) {
            usable(problems.all());
        }
    }

    private static void asZip(byte[] bytes) {
        ZipReading reading = BookZip.unpack("fuzzed.zip", bytes);
        if (reading instanceof ZipReading.Refused refused) {
            usable(refused.problems());
        } else {
            judged(((ZipReading.Unpacked) reading).files());
        }
    }

    private static void asFile(String path, byte[] bytes) {
        judged(with(path, bytes));
    }

    private static void judged(BookFiles files) {
        CheckedBook checked = CheckedBook.of(files);
        if (checked instanceof CheckedBook.Refused refused) {
            usable(refused.problems());
        } else {
            ((CheckedBook.Ready) checked)
                    .recommender()
                    .judge(AStudent.aStudent().withAttendance("84").seen());
        }
    }

    private static void usable(List<Problem> problems) {
        if (problems.isEmpty() || problems.size() > Problems.MOST + 1) {
            throw new AssertionError(problems.size() + " problems");
        }
        for (Problem problem : problems) {
            if (problem.place().file().isBlank()
                    || problem.message().isBlank()
                    || problem.message().length() > 2_000) {
                throw new AssertionError("of no use to a person: " + problem);
            }
        }
    }

    private static void asValues(byte[] bytes) {
        BOOK.vocabulary().attributes().forEach(attribute -> ValueReader.read(attribute, text(bytes)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
