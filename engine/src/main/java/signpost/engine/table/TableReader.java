package signpost.engine.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import signpost.engine.text.Block;
import signpost.engine.text.Place;
import signpost.engine.text.Problems;
import signpost.engine.vocabulary.Vocabulary;

/**
 * Reads tables of rules, a column per attribute and a row per rule, into the blocks a person would have typed. Every word of
 * them points at its cell.
 */
public final class TableReader {

    private final Headings headings;
    private final Problems problems;

    public TableReader(Vocabulary vocabulary, Problems problems) {
        this.headings = new Headings(vocabulary, problems);
        this.problems = problems;
    }

    /** The rules of a CSV file; what cannot be read becomes a problem. */
    public List<Block> csv(String file, String text) {
        int before = problems.size();
        return blocks(file, new CsvFile(file, problems).read(text).stream().toList(), before);
    }

    /** The rules of all sheets of an Excel workbook; what cannot be read becomes a problem. */
    public List<Block> workbook(String file, byte[] bytes) {
        int before = problems.size();
        return blocks(file, new Workbook(file, problems).read(bytes), before);
    }

    private List<Block> blocks(String file, List<Grid> grids, int before) {
        List<Block> blocks = new ArrayList<>();
        grids.forEach(grid -> blocks.addAll(blocks(grid, grids.size() > 1)));
        if (blocks.isEmpty() && problems.size() == before) {
            problems.add(Place.startOf(file), "This table has no rules.", "Write a row for each beneath the header.");
        }
        return blocks;
    }

    private List<Block> blocks(Grid grid, boolean several) {
        List<Row> rows = grid.rows().stream().filter(row -> !row.note()).toList();
        Map<Heading.Parts, Cell> forAll = new EnumMap<>(Heading.Parts.class);
        int at = 0;
        while (at < rows.size() && aboveTheHeader(rows.get(at), forAll)) {
            at++;
        }
        if (at == rows.size()) {
            if (!rows.isEmpty()) {
                problems.add(
                        rows.get(0).first().place(),
                        grid.words() + " has no header row.",
                        "Name the columns: Rule, the attributes, and what the rules do.");
            }
            return List.of();
        }
        Row header = rows.get(at);
        int before = problems.size();
        checkMerged(grid, header);
        SortedMap<Integer, Heading> read = header.whole() ? headings.read(header) : new TreeMap<>();
        RowReader reader = new RowReader(read, forAll, name(grid, several), problems);
        // Cells under a heading that is not understood would only be reported again, one by one.
        return !header.whole() || problems.size() > before
                ? List.of()
                : rules(
                        reader,
                        rows.subList(at + 1, rows.size()).stream()
                                .map(row -> row.under(header))
                                .toList());
    }

    /** A title, or a label such as Owner with what it says for the whole table. */
    private static boolean aboveTheHeader(Row row, Map<Heading.Parts, Cell> forAll) {
        Optional<Heading.Parts> part = Headings.part(row.first().text().replaceFirst(":$", ""));
        if (part.isPresent() && part.get().forAll() && row.cells().size() == 2) {
            forAll.put(part.get(), row.cells().get(row.cells().lastKey()));
            return true;
        }
        return row.cells().size() == 1;
    }

    private void checkMerged(Grid grid, Row header) {
        for (Grid.Merged area : grid.merged()) {
            if (area.lastRow() >= header.number()) {
                problems.add(
                        header.first().place(),
                        "The cells " + area.cells()
                                + " of this table are merged, so it is not clear which rows they speak of.",
                        "Unmerge them, and write in each cell what it should say.");
            }
        }
    }

    private List<Block> rules(RowReader reader, List<Row> rows) {
        Map<String, List<RuleRow>> byName = new LinkedHashMap<>();
        for (Row row : rows.stream().filter(Row::whole).toList()) {
            reader.read(row)
                    .ifPresent(read -> byName.computeIfAbsent(
                                    read.name().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                            .add(read));
        }
        SameName sameName = new SameName(problems);
        return byName.values().stream()
                .filter(sameName::agree)
                .map(RuleBlock::of)
                .toList();
    }

    private static String name(Grid grid, boolean several) {
        String file = grid.file().substring(grid.file().lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
        // No rule's name may hold a semicolon, and nobody typed this one.
        return (several ? file + " " + grid.sheet() : file).replace(';', ',');
    }
}
