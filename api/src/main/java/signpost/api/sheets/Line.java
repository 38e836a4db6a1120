package signpost.api.sheets;

import java.util.ArrayList;
import java.util.List;
import signpost.engine.change.SheetLine;
import signpost.engine.sheet.SheetText;
import signpost.engine.text.Problem;

/**
 * A row of a table in a list.
 *
 * @param row where it stands in the file, from 0
 * @param says what stands in it, heading by heading
 */
record Line(int row, String name, List<Said> says, List<Problem> problems, boolean first, boolean last) {

    private static final int LONGEST = 120;

    /** A cell with something in it. */
    record Said(String heading, String text) {}

    Line {
        says = List.copyOf(says);
        problems = List.copyOf(problems);
    }

    /** Some of the rows beneath the header, each with what is wrong in it. */
    static List<Line> of(SheetText sheet, List<Problem> problems, int from, int until) {
        List<Integer> entries = sheet.entries();
        List<Line> lines = new ArrayList<>();
        for (int at = from; at < until; at++) {
            int row = entries.get(at);
            SheetLine line = sheet.rows().get(row);
            lines.add(new Line(
                    row,
                    line.cell(sheet.naming()),
                    says(sheet, line),
                    within(line, problems),
                    at == 0,
                    at == entries.size() - 1));
        }
        return lines;
    }

    static boolean holds(SheetLine line, Problem problem) {
        int at = problem.place().line();
        return at >= line.line() && at < line.line() + line.lines();
    }

    /** What is wrong in a row. */
    static List<Problem> within(SheetLine line, List<Problem> problems) {
        return problems.stream().filter(problem -> holds(line, problem)).toList();
    }

    private static List<Said> says(SheetText sheet, SheetLine line) {
        List<Said> says = new ArrayList<>();
        for (int column = 0; column < line.cells().size(); column++) {
            String text = line.cell(column);
            if (column != sheet.naming() && !text.isBlank()) {
                String heading =
                        column < sheet.headings().size() ? sheet.headings().get(column) : "Column " + (column + 1);
                says.add(new Said(heading, text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text));
            }
        }
        return says;
    }
}
