package signpost.engine.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.catalogue.CatalogueReader;
import signpost.engine.catalogue.Intervention;
import signpost.engine.catalogue.OverrideReason;
import signpost.engine.table.TableReader;
import signpost.engine.text.Block;
import signpost.engine.text.BlockReader;
import signpost.engine.text.Place;
import signpost.engine.text.Problems;
import signpost.engine.text.Shape;
import signpost.engine.text.SheetBlocks;
import signpost.engine.vocabulary.Vocabulary;
import signpost.engine.vocabulary.VocabularyReader;

/** Reads the files of a book. Text is never compiled: it becomes typed rules or problems. */
public final class BookReader {

    /** Where the interventions stand. */
    public static final String INTERVENTIONS = "catalogue/interventions.csv";
    /** Where the override reasons stand. */
    public static final String OVERRIDE_REASONS = "catalogue/override-reasons.csv";

    /** How the name of a table of scenarios ends. */
    public static final String SCENARIOS = ".scenarios.csv";

    /** The folder in which rules stand as tables. */
    public static final String TABLES = "tables";

    private static final int MOST_RULES = 5_000;

    private final Problems problems = new Problems();
    private final List<Block> attributes = new ArrayList<>();
    private final List<RuleSource> rules = new ArrayList<>();
    private final List<Block> changes = new ArrayList<>();
    private final List<Block> scenarios = new ArrayList<>();

    private final BookFiles files;

    private BookReader(BookFiles files) {
        this.files = files;
    }

    public static BookReading read(BookFiles files) {
        return new BookReader(files).whole();
    }

    private BookReading whole() {
        if (!files.check(problems)) {
            return new BookReading.Broken(problems.all());
        }
        SortedMap<String, String> texts = files.texts(problems);
        blocks(texts);
        LayerWords words = words();
        tables(words, texts);
        Catalogue catalogue = catalogue(texts);
        if (rules.size() > MOST_RULES) {
            problems.add(
                    rules.get(MOST_RULES).block().place(),
                    "A book may have " + MOST_RULES + " rules; this is one more.",
                    "Join rules that say the same, or make two books.");
            return new BookReading.Broken(problems.all());
        }
        if (rules.isEmpty()) {
            problems.add(
                    Place.startOf("topics"), "This book has no rules.", "Put files with rules into the folder topics.");
        }
        Additions additions = new Additions(rules, problems);
        changes.forEach(block -> additions.add(block, files.layer(block.place().file())));
        Set<String> scores = RuleReader.scores(rules);
        List<Rule> read = new RuleReader(words, catalogue, problems).read(additions.asTheSchoolHasThem(), scores);
        List<Rule> departedFrom = new RuleReader(words, catalogue, problems).read(additions.departedFrom(), scores);
        List<Departure> departures = additions.departures(departedFrom, read);
        List<List<Rule>> strata = problems.isEmpty() ? new Strata(read, departures, problems).settle() : List.of();
        if (!problems.isEmpty()) {
            return new BookReading.Broken(problems.all());
        }
        return new BookReading.Whole(
                new RuleBook(files.digest(), words.whole(), catalogue, strata, tried(), departures));
    }

    private LayerWords words() {
        Vocabulary whole = new VocabularyReader(problems).read(attributes);
        if (!files.layered()) {
            return new LayerWords(files, whole, whole);
        }
        List<Block> trusts = attributes.stream()
                .filter(block -> files.layer(block.place().file()) == Layer.TRUST)
                .toList();
        // What is wrong with the trust's attributes has been said of the whole.
        return new LayerWords(files, new VocabularyReader(new Problems()).read(trusts), whole);
    }

    /** A trust's scenarios tell of the trust's book; with a school's additions on top, the school's tell. */
    private List<Block> tried() {
        List<Block> schools = scenarios.stream()
                .filter(block -> files.layer(block.place().file()) == Layer.SCHOOL)
                .toList();
        return files.layers().size() > 1 ? schools : scenarios;
    }

    /** The path inside its layer. */
    private String within(String file) {
        return files.layer(file).within(file);
    }

    private void blocks(SortedMap<String, String> texts) {
        BlockReader reader = Shape.reader(Shapes.ALL, problems);
        fromTheTrustUp(texts).forEach(entry -> {
            String file = entry.getKey();
            String text = entry.getValue();
            if (file.endsWith(".txt")) {
                int before = problems.size();
                List<Block> blocks = reader.read(file, text);
                if (blocks.isEmpty() && problems.size() == before) {
                    problems.add(
                            Place.startOf(file),
                            "This file holds no rules, only notes or nothing.",
                            "Write a rule into it, or delete the file.");
                }
                blocks.forEach(this::sort);
            } else if (file.endsWith(SCENARIOS)) {
                scenarios.addAll(SheetBlocks.read("Scenario", file, text, problems));
            }
        });
    }

    private void sort(Block block) {
        if (block.is(Shapes.RULE.header())) {
            rule(block);
        } else if (block.is(Shapes.SCENARIO.header())) {
            scenarios.add(block);
        } else if (block.is(Shapes.TIGHTEN.header()) || block.is(Shapes.SWITCH_OFF.header())) {
            changes.add(block);
        } else {
            attributes.add(block);
        }
    }

    private void rule(Block block) {
        rules.add(RuleSource.of(block, files.layer(block.place().file())));
    }

    private void tables(LayerWords words, SortedMap<String, String> texts) {
        TableReader whole = new TableReader(words.whole(), problems);
        TableReader trusts = files.layered() ? new TableReader(words.trusts(), problems) : whole;
        fromTheTrustUp(texts).forEach(entry -> {
            String file = entry.getKey();
            String text = entry.getValue();
            if (within(file).startsWith(TABLES + "/") && file.endsWith(".csv") && !file.endsWith(SCENARIOS)) {
                (words.trusts(file) ? trusts : whole).csv(file, text).forEach(this::rule);
            }
        });
        for (String file : workbooks()) {
            if (within(file).startsWith(TABLES + "/")) {
                (words.trusts(file) ? trusts : whole)
                        .workbook(file, files.bytes(file))
                        .forEach(this::rule);
            } else {
                problems.add(
                        Place.startOf(file),
                        "A workbook is read in the folder " + TABLES + " only.",
                        "Move it there, or keep it elsewhere.");
            }
        }
    }

    private Catalogue catalogue(SortedMap<String, String> texts) {
        CatalogueReader reader = new CatalogueReader(problems);
        List<Intervention> interventions = new ArrayList<>();
        List<OverrideReason> reasons = new ArrayList<>();
        for (Map.Entry<String, String> file : fromTheTrustUp(texts)) {
            String path = within(file.getKey());
            if (path.equals(INTERVENTIONS)) {
                interventions.addAll(reader.interventions(file.getKey(), file.getValue()));
            } else if (path.equals(OVERRIDE_REASONS)) {
                reasons.addAll(reader.reasons(file.getKey(), file.getValue()));
            } else if (unknownTable(path)) {
                problems.add(
                        Place.startOf(file.getKey()),
                        "Signpost does not know what this table is.",
                        "Tables of rules stand in the folder " + TABLES
                                + "; the name of a table of scenarios ends with "
                                + SCENARIOS + "; the other tables of a book are " + INTERVENTIONS + " and "
                                + OVERRIDE_REASONS + ".");
            }
        }
        return new Catalogue(interventions, reasons);
    }

    private List<String> workbooks() {
        return files.workbooks().stream()
                .sorted(Comparator.comparing(file -> files.layer(file) == Layer.SCHOOL))
                .toList();
    }

    /** So that what the school writes again is reported at the school's. */
    private static List<Map.Entry<String, String>> fromTheTrustUp(SortedMap<String, String> texts) {
        return texts.entrySet().stream()
                .sorted(Comparator.comparing(file -> Layer.of(file.getKey()) == Layer.SCHOOL))
                .toList();
    }

    private static boolean unknownTable(String path) {
        return path.endsWith(".csv") && !path.endsWith(SCENARIOS) && !path.startsWith(TABLES + "/");
    }
}
