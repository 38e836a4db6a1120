package signpost.api.commandline;

import java.io.PrintWriter;
import java.io.StringWriter;

/** How a command ended and what it printed. */
record Ended(int code, String out, String err) {

    static Ended after(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words =
                java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int code = SignpostCommandLine.run(new PrintWriter(out), new PrintWriter(err), words);
        return new Ended(code, out.toString(), err.toString());
    }
}
