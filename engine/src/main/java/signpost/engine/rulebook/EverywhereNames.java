package signpost.engine.rulebook;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names that a book's files can have on every computer: a zip of them loses none on Windows or a Mac. */
public final class EverywhereNames {

    private static final Pattern RESERVED =
            Pattern.compile("(?:con|prn|aux|nul|conin\\$|conout\\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])\\s*(?:\\..*)?");

    private EverywhereNames() {}

    /** Why a path cannot be kept everywhere, if it cannot. */
    public static Optional<String> wrong(String path) {
        String[] parts = path.split("/", -1);
        if (Arrays.stream(parts)
                .anyMatch(
                        part -> RESERVED.matcher(part.toLowerCase(Locale.ROOT)).matches())) {
            return Optional.of(
                    "Windows keeps names such as CON, AUX or COM1 for itself: call \"" + path + "\" something else.");
        }
        int dot = parts[parts.length - 1].lastIndexOf('.');
        String stem = dot < 0 ? parts[parts.length - 1] : parts[parts.length - 1].substring(0, dot);
        parts[parts.length - 1] = stem;
        return Arrays.stream(parts).anyMatch(EverywhereNames::bordered)
                ? Optional.of("A name cannot begin or end with a space or a full stop: rename \"" + path + "\".")
                : Optional.empty();
    }

    /** Why a path cannot lie beside others: one of them differs from it only by capitals. */
    public static Optional<String> collision(String path, Collection<String> others) {
        return FileNames.alike(others, path)
                .map(other -> "The name " + path + " differs from " + other
                        + " only by capitals, which few computers keep apart. Choose another name.");
    }

    private static boolean bordered(String part) {
        return !part.equals(part.strip()) || part.startsWith(".") || part.endsWith(".");
    }
}
