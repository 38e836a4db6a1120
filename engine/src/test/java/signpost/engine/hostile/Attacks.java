package signpost.engine.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import signpost.engine.Escapes;

/** The strings of {@code src/test/attacks}, by family. */
public final class Attacks {

    private static final Path FILE = Path.of("src", "test", "attacks", "attacks.txt");
    private static final String FAMILY = "Family: ";

    /** What they would leave behind: a file and a property. */
    private static final Path MARK = Path.of("target", "attacked");

    private static final String PROPERTY = "signpost.attacked";

    private Attacks() {}

    public static Map<String, List<String>> byFamily() {
        Map<String, List<String>> families = new LinkedHashMap<>();
        List<String> family = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith(FAMILY)) {
                family = new ArrayList<>();
                families.put(line.substring(FAMILY.length()), family);
            } else if (line.startsWith("  ")) {
                family.add(Escapes.undone(line.substring(2)));
            }
        }
        return families;
    }

    public static List<String> all() {
        return byFamily().values().stream().flatMap(List::stream).toList();
    }

    /** The mark an attack left by running, or nothing. */
    public static @Nullable String traces() {
        return Files.exists(MARK) ? MARK.toString() : System.getProperty(PROPERTY);
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
