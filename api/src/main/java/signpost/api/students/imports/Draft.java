package signpost.api.students.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A row of a file while it is judged. INVARIANT: it ends taken, or with at least one problem. */
public final class Draft {

    private final int number;
    private final List<String> cells;
    private final List<RowProblem> problems = new ArrayList<>();

    Draft(int number, List<String> cells) {
        this.number = number;
        this.cells = cells;
    }

    /** Its place in the file, the first row after the header being 1. */
    public int number() {
        return number;
    }

    /** As they came. */
    List<String> cells() {
        return cells;
    }

    /** A cell without the blanks around it; empty when there is none. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    /** As {@link #cell(int)}, for a column that the file may lack. */
    public String cell(OptionalInt column) {
        return column.isPresent() ? cell(column.getAsInt()) : "";
    }

    /** Refuses the row for one of its cells. */
    public void refuse(String column, String message) {
        problems.add(new RowProblem(number, column, message));
    }

    /** Refuses the row as a whole. */
    public void refuse(String message) {
        problems.add(new RowProblem(number, null, message));
    }

    /** Whether nothing has been found against it. */
    public boolean sound() {
        return problems.isEmpty();
    }

    List<RowProblem> problems() {
        return List.copyOf(problems);
    }
}
