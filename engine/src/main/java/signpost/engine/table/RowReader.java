package signpost.engine.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import signpost.engine.table.RuleRow.Said;
import signpost.engine.text.Nearest;
import signpost.engine.text.Problems;

/** Reads the rows beneath a header. */
final class RowReader {

    private static final List<String> SEVERITIES = List.of("low", "medium", "high");

    private final SortedMap<Integer, Heading> headings;
    private final Map<Heading.Parts, Cell> forAll;
    private final String table;
    private final Problems problems;

    /**
     * A reader of one table's rows.
     *
     * @param forAll what the rows above the header give every rule
     * @param table what rules without names are named after
     */
    RowReader(SortedMap<Integer, Heading> headings, Map<Heading.Parts, Cell> forAll, String table, Problems problems) {
        this.headings = headings;
        this.forAll = forAll;
        this.table = table;
        this.problems = problems;
    }

    /** What the row says, or nothing once its problem has been noted. */
    Optional<RuleRow> read(Row row) {
        int before = problems.size();
        Map<Heading.Parts, Cell> parts = parts(row);
        List<Said> conditions = new ArrayList<>();
        List<Said> does = new ArrayList<>();
        row.cells().forEach((column, cell) -> {
            Heading heading = headings.get(column);
            if (heading == null) {
                problems.add(
                        cell.place(), "This column has no heading.", "Name it in the header row, or clear the cell.");
            } else if (heading instanceof Heading.Points points) {
                points(points, cell, parts).ifPresent(does::add);
            } else {
                conditions(heading, cell).forEach(words -> conditions.add(new Said(cell, words, Hints.of(heading))));
            }
        });
        consequences(parts, does);
        Optional<Cell> name = name(row, parts);
        return problems.size() > before || name.isEmpty()
                ? Optional.empty()
                : Optional.of(new RuleRow(name.get().text(), name.get(), conditions, does, parts));
    }

    private Map<Heading.Parts, Cell> parts(Row row) {
        Map<Heading.Parts, Cell> parts = new EnumMap<>(Heading.Parts.class);
        parts.putAll(forAll);
        row.cells().forEach((column, cell) -> {
            if (headings.get(column) instanceof Heading.Part part && !CellWords.any(cell.text())) {
                parts.put(part.part(), cell);
            }
        });
        return parts;
    }

    private Optional<Cell> name(Row row, Map<Heading.Parts, Cell> parts) {
        if (parts.containsKey(Heading.Parts.RULE)) {
            return Optional.of(parts.get(Heading.Parts.RULE));
        }
        if (headings.containsValue(new Heading.Part(Heading.Parts.RULE))) {
            problems.add(
                    row.first().place(),
                    "This row does not name its rule.",
                    "Write a name under \"Rule\"; the name of another row, if either of the two is enough.");
            return Optional.empty();
        }
        return Optional.of(new Cell(row.first().place(), table + " row " + row.number()));
    }

    private static List<String> conditions(Heading heading, Cell cell) {
        if (heading instanceof Heading.OfAttribute of) {
            return CellWords.of(of.attribute(), cell.text());
        }
        if (heading instanceof Heading.OfFlag flag) {
            return CellWords.ofFlag(flag.flag(), cell.text());
        }
        if (heading instanceof Heading.OfScore score) {
            return Ordered.ofScore(score.score(), cell.text());
        }
        return heading instanceof Heading.Sentence && !CellWords.any(cell.text()) ? List.of(cell.text()) : List.of();
    }

    private Optional<Said> points(Heading.Points points, Cell cell, Map<Heading.Parts, Cell> parts) {
        Optional<Cell> named = Optional.ofNullable(parts.get(Heading.Parts.SCORE));
        String score = points.score().isEmpty() ? named.map(Cell::text).orElse("") : points.score();
        if (CellWords.any(cell.text()) || cell.text().equals("0")) {
            return Optional.empty();
        }
        if (!cell.text().matches("[1-9]\\d{0,2}")) {
            problems.add(
                    cell.place(),
                    "\"" + cell.text() + "\" is not a number of points.",
                    "Write a whole number from 1 to 999, or leave the cell blank.");
            return Optional.empty();
        }
        if (score.isEmpty()) {
            problems.add(
                    cell.place(),
                    "Nothing says which score these points go to.",
                    "Head the column with the score, such as \"RONI points\", or add a column \"Score\".");
            return Optional.empty();
        }
        if (points.score().isEmpty() && !Headings.SCORE_NAME.matcher(score).matches()) {
            problems.add(named.orElse(cell).place(), "\"" + score + "\"" + Headings.NO_SCORE, Headings.SCORE_ADVICE);
            return Optional.empty();
        }
        return Optional.of(new Said(
                cell, "add " + cell.text() + (cell.text().equals("1") ? " point" : " points") + " to " + score, ""));
    }

    private void consequences(Map<Heading.Parts, Cell> parts, List<Said> does) {
        Optional<Cell> severity = Optional.ofNullable(parts.get(Heading.Parts.SEVERITY));
        Optional.ofNullable(parts.get(Heading.Parts.FLAG))
                .ifPresentOrElse(
                        flag -> severity(flag, severity)
                                .ifPresent(words -> does.add(
                                        0, new Said(flag, "flag \"" + flag.text() + "\" as " + words, Hints.FLAG))),
                        () -> severity.ifPresent(alone -> problems.add(
                                alone.place(),
                                "Here is a severity but no flag.",
                                "Name the flag in this row, or clear the severity.")));
        each(parts, Heading.Parts.RECOMMEND, "recommend ", Hints.RECOMMEND, does);
        each(parts, Heading.Parts.RULE_OUT, "rule out ", Hints.RULE_OUT, does);
    }

    private Optional<String> severity(Cell flag, Optional<Cell> severity) {
        if (severity.isEmpty()) {
            problems.add(
                    flag.place(),
                    "The flag \"" + flag.text() + "\" has no severity.",
                    "Write low, medium or high in a column \"Severity\".");
            return Optional.empty();
        }
        String word = severity.get().lower();
        if (!SEVERITIES.contains(word)) {
            problems.add(
                    severity.get().place(),
                    "\"" + severity.get().text() + "\" is not a severity.",
                    Nearest.to(word, SEVERITIES)
                            .map(near -> "Did you mean " + near + "?")
                            .orElse("Write low, medium or high."));
            return Optional.empty();
        }
        return Optional.of(word);
    }

    private static void each(
            Map<Heading.Parts, Cell> parts, Heading.Parts part, String verb, String hint, List<Said> does) {
        Cell cell = parts.get(part);
        if (cell != null) {
            for (String one : cell.text().split(";", -1)) {
                if (!one.isBlank()) {
                    does.add(new Said(cell, verb + one.strip(), hint));
                }
            }
        }
    }
}
