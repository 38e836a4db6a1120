package signpost.engine.backtest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import signpost.engine.text.Nearest;
import signpost.engine.text.Place;
import signpost.engine.text.Problems;
import signpost.engine.text.Sheet;

/** Reads outcomes from a CSV with the columns {@code student_id} and {@code outcome}. */
public final class OutcomeReader {

    private final Problems problems;

    /** What cannot be read becomes one of {@code problems}. */
    public OutcomeReader(Problems problems) {
        this.problems = problems;
    }

    /** Outcomes by student id, in the order of the file; a blank outcome is one that is not known. */
    public Map<String, Outcome> read(String file, String text) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        Map<String, Place> taken = new LinkedHashMap<>();
        for (Sheet.Row row : Sheet.read(file, text, List.of("student_id", "outcome"), problems)) {
            String student = row.cell("student_id");
            if (student.isEmpty()) {
                problems.add(
                        row.place(), "The column \"student_id\" is empty.", "Write the id the students' file has.");
                continue;
            }
            Place earlier = taken.putIfAbsent(student, row.place());
            if (earlier != null) {
                problems.add(
                        row.place(),
                        "The student \"" + student + "\" already stands at " + earlier + ".",
                        "Keep one of them.");
                continue;
            }
            outcomes.put(student, outcome(row));
        }
        return outcomes;
    }

    private Outcome outcome(Sheet.Row row) {
        String cell = row.cell("outcome");
        if (cell.isEmpty()) {
            return Outcome.NOT_KNOWN;
        }
        return Outcome.written(cell).orElseGet(() -> {
            problems.add(
                    row.place(),
                    "\"" + cell + "\" is not an outcome.",
                    Nearest.to(cell, Outcome.allWords())
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse("Write sustained, not sustained, never placed or not known."));
            return Outcome.NOT_KNOWN;
        });
    }
}
