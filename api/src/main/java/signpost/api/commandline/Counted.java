package signpost.api.commandline;

import java.util.Locale;

/** Numbers of things as a person says them. */
final class Counted {

    private Counted() {}

    /** {@code no problems}, {@code 1 problem}, {@code 1,200 problems}. */
    static String of(long number, String thing) {
        return (number == 0 ? "no" : String.format(Locale.UK, "%,d", number)) + " " + thing + (number == 1 ? "" : "s");
    }
}
