package signpost.engine.fuzz;

import java.util.Locale;

/** What Jazzer calls; {@code -Dsignpost.fuzz=rules} chooses the target. */
public final class Fuzzed {

    private static final Target TARGET =
            Target.valueOf(System.getProperty("signpost.fuzz", "rules").toUpperCase(Locale.ROOT));

    private Fuzzed() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        TARGET.read(bytes);
    }
}
