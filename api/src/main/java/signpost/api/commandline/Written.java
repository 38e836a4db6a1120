package signpost.api.commandline;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a command's output goes, and whether it got there: a PrintWriter, which the commands print to, keeps that to itself.
 */
final class Written extends OutputStream {

    private final OutputStream target;
    private @Nullable IOException lost;

    Written(OutputStream target) {
        this.target = target;
    }

    /** Whatever the terminal is set to: files of rules are UTF-8, and so is what is said of them. */
    PrintWriter writer() {
        return new PrintWriter(new OutputStreamWriter(this, StandardCharsets.UTF_8));
    }

    /** Why something did not arrive; nothing when all did, or when whoever read it had seen enough and closed the pipe. */
    Optional<String> lost() {
        return Optional.ofNullable(lost)
                .map(why -> why.getMessage() == null ? "no reason is given" : why.getMessage())
                .filter(why -> !why.toLowerCase(Locale.ROOT).contains("pipe"));
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            target.write(bytes, from, length);
        } catch (IOException failed) {
            throw remembered(failed);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            target.flush();
        } catch (IOException failed) {
            throw remembered(failed);
        }
    }

    private IOException remembered(IOException failed) {
        lost = lost == null ? failed : lost;
        return failed;
    }
}
