package signpost.engine.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;

/**
 * Finds rows of a table that overlap and values that no row covers. Rows belong together when they ask about the same
 * things and give to the same score or flag: then they are read as alternatives.
 */
final class Tables {

    private static final String FOLDER = "tables/";
    /** In a name it says that the row means to add to the row it lies within. */
    private static final String ON_TOP = "on top";

    private static final int MOST_ROWS = 400;

    private final Aspects aspects;
    private final List<Finding> findings;

    Tables(Aspects aspects, List<Finding> findings) {
        this.aspects = aspects;
        this.findings = findings;
    }

    void look(List<Rule> rules) {
        Map<String, List<Rule>> alternatives = new LinkedHashMap<>();
        rules.stream()
                .filter(rule -> rule.place().file().startsWith(FOLDER))
                .sorted((one, other) -> one.place().compareTo(other.place()))
                .forEach(rule -> gives(rule)
                        .forEach(given -> alternatives
                                .computeIfAbsent(
                                        rule.place().file() + " " + asks(rule) + " " + given,
                                        missing -> new ArrayList<>())
                                .add(rule)));
        alternatives.values().stream().distinct().limit(MOST_ROWS).forEach(rows -> {
            overlaps(rows);
            gaps(rows);
        });
    }

    private static Set<String> gives(Rule rule) {
        Set<String> gives = rule.points().map(add -> "score " + add.score()).collect(Collectors.toSet());
        rule.flags().forEach(flag -> gives.add("flag " + flag.flag()));
        return gives;
    }

    private static String asks(Rule rule) {
        return rule.conditions().stream()
                .flatMap(Aspects::leaves)
                .map(leaf -> leaf instanceof Condition.OfAttribute of
                        ? of.attribute().key()
                        : leaf.id())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private void overlaps(List<Rule> rows) {
        for (int later = 1; later < Math.min(rows.size(), MOST_ROWS); later++) {
            if (rows.get(later).name().toLowerCase(Locale.ROOT).endsWith(ON_TOP)) {
                continue;
            }
            for (Rule earlier : rows.subList(0, later)) {
                List<Goal> both = Goal.rule(earlier, Want.TRUE);
                both.addAll(Goal.rule(rows.get(later), Want.TRUE));
                if (Search.find(aspects, both) instanceof Search.Outcome.Perhaps found && found.certain()) {
                    overlap(earlier, rows.get(later), example(found.cells()));
                    break;
                }
            }
        }
    }

    private static String example(Map<Aspect, BitSet> cells) {
        return Said.and(cells.entrySet().stream()
                .filter(entry -> entry.getKey() instanceof AttributeAspect)
                .map(entry -> entry.getKey().words(entry.getValue().nextSetBit(0)))
                .sorted()
                .toList());
    }

    private void overlap(Rule earlier, Rule later, String example) {
        findings.add(Finding.of(
                FindingKind.ROWS_OVERLAP,
                later.place(),
                "The row \"" + later.name() + "\" overlaps with \"" + earlier.name() + "\" in row "
                        + earlier.place().line() + ": both count for a student with " + example + ".",
                "Let one end where the other begins, for example \"85 to <90\" beside \"<85\"."));
    }

    /** Rows that differ in one thing with an order, and leave out values in the middle of what they cover. */
    private void gaps(List<Rule> rows) {
        for (AttributeAspect aspect : ordered(rows)) {
            Map<String, List<Rule>> alike = new LinkedHashMap<>();
            for (Rule row : rows) {
                alike.computeIfAbsent(without(row, aspect), missing -> new ArrayList<>())
                        .add(row);
            }
            alike.values().stream().filter(group -> group.size() > 1).forEach(group -> gaps(group, aspect));
        }
    }

    private Set<AttributeAspect> ordered(List<Rule> rows) {
        Set<AttributeAspect> ordered = new HashSet<>();
        rows.stream().flatMap(row -> row.conditions().stream()).forEach(condition -> {
            if (about(condition) instanceof AttributeAspect aspect && aspect.hasOrder()) {
                ordered.add(aspect);
            }
        });
        return ordered;
    }

    /** What else a row asks, so that rows alike in it differ in this aspect alone. */
    private String without(Rule row, AttributeAspect aspect) {
        return row.conditions().stream()
                .filter(condition -> about(condition) != aspect)
                .map(Condition::id)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** The one aspect a cell of the table asks about; any other for a condition about several. */
    private Aspect about(Condition condition) {
        List<Aspect> about =
                Aspects.leaves(condition).map(aspects::of).distinct().toList();
        return about.size() == 1 ? about.get(0) : aspects.today();
    }

    private void gaps(List<Rule> rows, AttributeAspect aspect) {
        BitSet covered = new BitSet();
        for (int cell = 0; cell < aspect.cells(); cell++) {
            covered.set(cell, anyCovers(rows, aspect, cell));
        }
        int cell = covered.nextSetBit(0);
        while (cell >= 0 && covered.nextClearBit(cell) < covered.length()) {
            int from = covered.nextClearBit(cell);
            cell = covered.nextSetBit(from);
            gap(rows, aspect, from, cell - 1);
        }
    }

    private boolean anyCovers(List<Rule> rows, AttributeAspect aspect, int cell) {
        return rows.stream()
                .anyMatch(row -> row.conditions().stream()
                        .filter(condition -> about(condition) == aspect)
                        .allMatch(condition -> aspect.holds(condition, cell)));
    }

    private void gap(List<Rule> rows, AttributeAspect aspect, int from, int to) {
        Rule last = rows.get(rows.size() - 1);
        findings.add(Finding.of(
                FindingKind.ROWS_MISSING,
                last.place(),
                "Between the rows "
                        + Said.and(Analysis.quoted(rows.stream().map(Rule::name).toList())
                                .toList())
                        + " no row covers " + aspect.words(from)
                        + (from == to ? "" : " to " + aspect.words(to)) + ".",
                "Let each row begin where the one before it ends, or add a row."));
    }
}
