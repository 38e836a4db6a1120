package signpost.engine.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.engine.profile.Season;
import signpost.engine.rulebook.Shapes;
import signpost.engine.text.Block;
import signpost.engine.text.Field;
import signpost.engine.text.Line;
import signpost.engine.text.Nearest;
import signpost.engine.text.Problems;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Vocabulary;

/** Reads what a row of a table of scenarios gives: a column for each attribute, and what stands in it is known. */
final class ScenarioRow {

    private static final String TERM = "Term";

    private final Vocabulary vocabulary;
    private final Problems problems;

    ScenarioRow(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    void read(Block row, GivenReader given) {
        if (row.title().text().isEmpty()) {
            problems.add(row.place(), "This scenario has no name.", "Say under \"Scenario\" what it shows.");
        }
        for (Field cell : row.fields()) {
            if (cell.is(TERM)) {
                season(cell.value()).ifPresent(given::in);
            } else if (cell.is("Given") || Shapes.SCENARIO.spelling(cell.name()).isEmpty()) {
                attribute(cell).ifPresent(attribute -> given.cell(attribute, cell.value()));
            }
        }
    }

    private Optional<Season> season(Line cell) {
        Optional<Season> season = Arrays.stream(Season.values())
                .filter(known -> known.name().equalsIgnoreCase(cell.text()))
                .findFirst();
        if (season.isEmpty()) {
            problems.add(
                    cell.place(), "\"" + cell.text() + "\" is not a term.", "The terms are autumn, spring and summer.");
        }
        return season;
    }

    private Optional<Attribute> attribute(Field cell) {
        String name = cell.name();
        Optional<Attribute> attribute =
                vocabulary.byKey(name).or(() -> vocabulary.byCalled(name)).or(() -> vocabulary.byCalled("the " + name));
        if (attribute.isEmpty()) {
            List<String> known = new ArrayList<>(Shapes.SCENARIO.fields());
            known.add(TERM);
            vocabulary.attributes().stream()
                    .flatMap(other -> Stream.of(other.key(), other.called()))
                    .forEach(known::add);
            problems.add(
                    cell.place(),
                    "The column \"" + name + "\" is neither part of a scenario nor an attribute.",
                    Nearest.to(name, known)
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse("Head it with an attribute's key or name, such as attendance."));
        }
        return attribute;
    }

    /** The entries of a cell, separated by semicolons. */
    static List<Line> several(Line cell) {
        return Arrays.stream(cell.text().split(";", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> new Line(cell.file(), cell.number(), cell.indent(), text))
                .toList();
    }
}
