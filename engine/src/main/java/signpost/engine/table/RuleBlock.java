package signpost.engine.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import signpost.engine.table.RuleRow.Said;
import signpost.engine.text.Block;
import signpost.engine.text.Field;
import signpost.engine.text.Line;
import signpost.engine.text.Place;

/** Makes a block of the rows that share a rule's name: the rule holds when any one of them does. */
final class RuleBlock {

    private static final List<Heading.Parts> WORDS = List.of(
            Heading.Parts.OWNER,
            Heading.Parts.WHY,
            Heading.Parts.SOURCE,
            Heading.Parts.IN_FORCE,
            Heading.Parts.REVIEW_BY,
            Heading.Parts.SWITCHED_OFF);

    private RuleBlock() {}

    /** The block a person would have typed; {@code rows} are the rows of one rule, at least one. */
    static Block of(List<RuleRow> rows) {
        RuleRow first = rows.get(0);
        Place place = first.title().place();
        List<Field> fields = new ArrayList<>();
        for (Heading.Parts part : WORDS) {
            first.part(part)
                    .ifPresent(cell -> fields.add(new Field(
                            part.words(), cell.place(), Line.ofCell(cell.place(), 0, cell.text()), List.of())));
        }
        fields.add(list("When", place, when(rows)));
        fields.add(list(
                "Then",
                place,
                first.does().stream()
                        .map(said -> Line.ofCell(said.cell().place(), 4, said.words(), said.hint()))
                        .toList()));
        Optional<Cell> because = first.part(Heading.Parts.BECAUSE);
        fields.add(list(
                "Because",
                place,
                List.of(Line.ofCell(
                        because.map(Cell::place).orElse(place),
                        4,
                        because.map(Cell::text).orElseGet(() -> reason(rows))))));
        return new Block("Rule", Line.ofCell(place, 0, first.name()), place, fields);
    }

    private static Field list(String name, Place place, List<Line> lines) {
        return new Field(name, place, Line.ofCell(place, 0, ""), lines);
    }

    private static List<Line> when(List<RuleRow> rows) {
        Set<String> shared = shared(rows);
        List<Line> lines = new ArrayList<>();
        for (Said said : rows.get(0).conditions()) {
            if (shared.contains(said.words())) {
                lines.add(joined(lines, said.cell().place(), said.words(), said.hint()));
            }
        }
        if (rows.size() > 1) {
            lines.add(joined(lines, rows.get(0).title().place(), "any of:", ""));
            rows.forEach(row -> alternative(row, own(row, shared), lines));
        }
        return lines;
    }

    private static void alternative(RuleRow row, List<Said> own, List<Line> lines) {
        int indent = 6;
        if (own.size() > 1) {
            lines.add(Line.ofCell(row.title().place(), indent, "all of:"));
            indent = 8;
        }
        for (Said said : own) {
            lines.add(Line.ofCell(said.cell().place(), indent, said.words(), said.hint()));
        }
    }

    private static Line joined(List<Line> before, Place place, String words, String hint) {
        return Line.ofCell(place, 4, before.isEmpty() ? words : "and " + words, hint);
    }

    /** What every row asks, so that it need be asked but once; nothing when a row asks nothing else. */
    private static Set<String> shared(List<RuleRow> rows) {
        Set<String> shared = new LinkedHashSet<>(words(rows.get(0)));
        rows.forEach(row -> shared.retainAll(words(row)));
        boolean enough = rows.size() == 1
                || rows.stream().noneMatch(row -> own(row, shared).isEmpty());
        return enough ? shared : Set.of();
    }

    private static List<Said> own(RuleRow row, Set<String> shared) {
        return row.conditions().stream()
                .filter(said -> !shared.contains(said.words()))
                .toList();
    }

    private static Set<String> words(RuleRow row) {
        return row.conditions().stream().map(Said::words).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Without a reason of its own a rule says what it asks. */
    private static String reason(List<RuleRow> rows) {
        return rows.stream().map(row -> String.join(" and ", words(row))).collect(Collectors.joining("; or "));
    }
}
