package signpost.engine.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final List<Block> rules = new ArrayList<>();
    private final List<Block> scenarios = new ArrayList<>();

    private BookReader() {}

    public static BookReading read(BookFiles files) {
        return new BookReader().whole(files);
    }

    private BookReading whole(BookFiles files) {
        if (!files.check(problems)) {
            return new BookReading.Broken(problems.all());
        }
        SortedMap<String, String> texts = files.texts(problems);
        blocks(texts);
        Vocabulary vocabulary = new VocabularyReader(problems).read(attributes);
        tables(new TableReader(vocabulary, problems), files, texts);
        Catalogue catalogue = catalogue(texts);
        if (rules.size() > MOST_RULES) {
            problems.add(
                    rules.get(MOST_RULES).place(),
                    "A book may have " + MOST_RULES + " rules; this is one more.",
                    "Join rules that say the same, or make two books.");
            return new BookReading.Broken(problems.all());
        }
        if (rules.isEmpty()) {
            problems.add(
                    Place.startOf("topics"), "This book has no rules.", "Put files with rules into the folder topics.");
        }
        List<Rule> read = new RuleReader(vocabulary, catalogue, problems).read(rules);
        List<List<Rule>> strata = problems.isEmpty() ? new Strata(read, problems).settle() : List.of();
        if (!problems.isEmpty()) {
            return new BookReading.Broken(problems.all());
        }
        return new BookReading.Whole(new RuleBook(files.digest(), vocabulary, catalogue, strata, scenarios));
    }

    private void blocks(Map<String, String> texts) {
        BlockReader reader = Shape.reader(Shapes.ALL, problems);
        texts.forEach((file, text) -> {
            if (file.endsWith(".txt")) {
                int before = problems.size();
                List<Block> blocks = reader.read(file, text);
                if (blocks.isEmpty() && problems.size() == before) {
                    problems.add(
                            Place.startOf(file),
                            "This file holds no rules, only notes or nothing.",
                            "Write a rule into it, or delete the file.");
                }
                for (Block block : blocks) {
                    (block.is("Rule") ? rules : block.is("Scenario") ? scenarios : attributes).add(block);
                }
            } else if (file.endsWith(SCENARIOS)) {
                scenarios.addAll(SheetBlocks.read("Scenario", file, text, problems));
            }
        });
    }

    private void tables(TableReader reader, BookFiles files, Map<String, String> texts) {
        texts.forEach((file, text) -> {
            if (file.startsWith(TABLES + "/") && file.endsWith(".csv") && !file.endsWith(SCENARIOS)) {
                rules.addAll(reader.csv(file, text));
            }
        });
        for (String file : files.workbooks()) {
            if (file.startsWith(TABLES + "/")) {
                rules.addAll(reader.workbook(file, files.bytes(file)));
            } else {
                problems.add(
                        Place.startOf(file),
                        "A workbook is read in the folder " + TABLES + " only.",
                        "Move it there, or keep it elsewhere.");
            }
        }
    }

    private Catalogue catalogue(Map<String, String> texts) {
        CatalogueReader reader = new CatalogueReader(problems);
        List<Intervention> interventions = List.of();
        List<OverrideReason> reasons = List.of();
        for (Map.Entry<String, String> file : texts.entrySet()) {
            if (file.getKey().equals(INTERVENTIONS)) {
                interventions = reader.interventions(file.getKey(), file.getValue());
            } else if (file.getKey().equals(OVERRIDE_REASONS)) {
                reasons = reader.reasons(file.getKey(), file.getValue());
            } else if (unknownTable(file.getKey())) {
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

    private static boolean unknownTable(String path) {
        return path.endsWith(".csv") && !path.endsWith(SCENARIOS) && !path.startsWith(TABLES + "/");
    }
}
