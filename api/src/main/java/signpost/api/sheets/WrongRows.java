package signpost.api.sheets;

import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import signpost.engine.change.SheetLine;
import signpost.engine.sheet.SheetText;
import signpost.engine.text.Problem;

/** In which rows of a table its problems lie; each is found without a look through all rows. */
final class WrongRows {

    private final SheetText sheet;
    private final List<Problem> problems;
    /** The first line of every row beneath the header, to its place among them from 0. */
    private final NavigableMap<Integer, Integer> places = new TreeMap<>();

    WrongRows(SheetText sheet, List<Problem> problems) {
        this.sheet = sheet;
        this.problems = problems;
        IntStream.range(0, sheet.entries().size())
                .forEach(place -> places.put(line(place).line(), place));
    }

    /** The places of the rows with something wrong in them, from 0, as they stand. */
    List<Integer> places() {
        return problems.stream()
                .map(this::place)
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .distinct()
                .sorted()
                .toList();
    }

    /** What is wrong in none of them. */
    List<Problem> elsewhere() {
        return problems.stream().filter(problem -> place(problem).isEmpty()).toList();
    }

    String name(int place) {
        return line(place).cell(sheet.naming());
    }

    private SheetLine line(int place) {
        return sheet.rows().get(sheet.entries().get(place));
    }

    private OptionalInt place(Problem problem) {
        var above = places.floorEntry(problem.place().line());
        return above != null && Line.holds(line(above.getValue()), problem)
                ? OptionalInt.of(above.getValue())
                : OptionalInt.empty();
    }
}
