package signpost.api.commandline;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** How a command ended and what it printed. */
record Ended(int code, String out, String err) {

    static Ended after(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Ended ended = writing(out, arguments);
        return new Ended(ended.code(), out.toString(StandardCharsets.UTF_8), ended.err());
    }

    /** What it prints goes elsewhere. */
    static Ended writing(OutputStream out, Object... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words =
                java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int code = SignpostCommandLine.run(out, err, words);
        return new Ended(code, "", err.toString(StandardCharsets.UTF_8));
    }
}
