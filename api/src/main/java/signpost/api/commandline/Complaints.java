package signpost.api.commandline;

import java.io.PrintWriter;
import java.util.function.Consumer;
import signpost.engine.text.Problem;
import signpost.engine.text.Unprintable;

/** What is wrong with files of students: printed as it is found, up to a number that somebody would read. */
final class Complaints implements Consumer<Problem> {

    private static final int MOST = 1_000;

    private final PrintWriter err;
    private int found;

    Complaints(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void accept(Problem problem) {
        found++;
        if (found <= MOST) {
            err.println(shown(problem.toString()));
        } else if (found == MOST + 1) {
            err.println("There are more problems than these " + Counted.of(MOST, "line") + ".");
        }
    }

    /** Text of a file as it may be printed: nothing of it drives the terminal or begins a line of its own. */
    static String shown(String text) {
        return Unprintable.marked(text);
    }

    /** What the command ends with. */
    int code() {
        return found == 0 ? SignpostCommandLine.GOOD : SignpostCommandLine.PROBLEMS;
    }

    String counted() {
        return Counted.of(found, "problem");
    }
}
