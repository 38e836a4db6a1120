package signpost.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What the rule language refuses or takes as plain text, by the families of the engine's own tests. */
public final class Attacks {

    /** What they would leave behind. */
    public static final Path MARK = Path.of("target", "attacked");

    public static final String PROPERTY = "signpost.attacked";

    private static final Path FILE = Path.of("..", "engine", "src", "test", "attacks", "attacks.txt");
    private static final String FAMILY = "Family: ";
    private static final Pattern REPEATED = Pattern.compile("<(\\d{1,7}) times (.+?)>");
    private static final Pattern ESCAPED = Pattern.compile("<U\\+([0-9A-F]{4,6})>");

    private Attacks() {}

    public static List<List<String>> byFamily() {
        List<List<String>> families = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith(FAMILY)) {
                families.add(new ArrayList<>());
            } else if (line.startsWith("  ")) {
                families.get(families.size() - 1).add(undone(line.substring(2)));
            }
        }
        return families;
    }

    /**
     * Those that go one of several ways in: all of them where the thorough profile is on, otherwise one of a family or two,
     * so that together the ways see every family, and each way other attacks.
     *
     * @param way which of them, from 0
     * @param ways how many there are
     */
    public static List<String> by(int way, int ways) {
        List<List<String>> families = byFamily();
        if (Boolean.getBoolean("signpost.thorough")) {
            return families.stream().flatMap(List::stream).toList();
        }
        int most = Math.max(families.size(), ways);
        return IntStream.range(0, most)
                .filter(at -> at % ways == way)
                .mapToObj(at -> families.get(at % families.size()))
                .map(family -> family.get(way % family.size()))
                .toList();
    }

    /** As long as an address or a name of a file can be. */
    public static String shortened(String attack) {
        return attack.substring(0, Math.min(attack.length(), 1_000));
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String undone(String written) {
        String repeated = REPEATED.matcher(written)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
        return ESCAPED.matcher(repeated)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }
}
