package signpost.engine.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What Jazzer calls; {@code -Dsignpost.fuzz=rules} chooses the target. */
public final class Fuzzed {

    private static final Target TARGET =
            Target.valueOf(System.getProperty("signpost.fuzz", "rules").toUpperCase(Locale.ROOT));

    private Fuzzed() {}

    /** Loads and rewrites the classes: the first text would otherwise seem to hang. */
    public static void fuzzerInitialize() {
        TARGET.read(new byte[0]);
        TARGET.read("Rule: x\n  When\n    attendance is 90%\n".getBytes(StandardCharsets.UTF_8));
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        TARGET.read(bytes);
    }
}
