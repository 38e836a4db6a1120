package signpost.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into headed blocks by indentation: a header in the first column, its fields indented, their lines deeper
 * still. Knows nothing of rules.
 */
public final class BlockReader {

    /** Longer lines are refused: no sentence needs them, and a reader cannot follow them. */
    public static final int LONGEST_LINE = 500;

    private static final Pattern HEADED = Pattern.compile("([A-Za-z][A-Za-z ]{0,30}):(.*)");

    private final Set<String> headers;
    private final Set<String> bareFields;
    private final Problems problems;

    /**
     * A reader for texts with these keywords.
     *
     * @param headers the keywords that begin a block, such as {@code Rule}
     * @param bareFields the keywords that stand alone on a line with their lines beneath, such as {@code When}
     */
    public BlockReader(Set<String> headers, Set<String> bareFields, Problems problems) {
        this.headers = Set.copyOf(headers);
        this.bareFields = Set.copyOf(bareFields);
        this.problems = problems;
    }

    public List<Block> read(String file, String text) {
        List<Block> blocks = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        for (Line line : lines(file, text)) {
            if (line.indent() == 0 && !open.isEmpty()) {
                block(open).ifPresent(blocks::add);
                open.clear();
            }
            open.add(line);
        }
        if (!open.isEmpty()) {
            block(open).ifPresent(blocks::add);
        }
        return blocks;
    }

    private List<Line> lines(String file, String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (String raw : body.split("\\R", -1)) {
            number++;
            String stripped = raw.strip();
            if (stripped.isEmpty() || stripped.startsWith("#")) {
                continue;
            }
            int indent = raw.length() - raw.stripLeading().length();
            if (stripped.length() > LONGEST_LINE) {
                problems.add(
                        new Place(file, number, indent + 1),
                        "This line is longer than " + LONGEST_LINE + " characters.",
                        "Break it into several lines.");
            } else if (Unprintable.in(raw)) {
                problems.add(
                        new Place(file, number, Unprintable.firstColumn(raw)),
                        "This line holds a tab, an unusual space or an invisible character here.",
                        "Type the line again with ordinary letters and spaces.");
            } else {
                lines.add(new Line(file, number, indent, stripped));
            }
        }
        return lines;
    }

    private Optional<Block> block(List<Line> lines) {
        Line first = lines.get(0);
        Matcher headed = HEADED.matcher(first.text());
        if (first.indent() != 0 || !headed.matches() || !known(headers, headed.group(1))) {
            problems.add(
                    first.place(),
                    "\"" + shortened(first.text()) + "\" does not begin a block.",
                    meant(first.text()) + "A block begins in the first column with one of: "
                            + String.join(", ", headers.stream().sorted().toList())
                            + ", followed by a colon and a name.");
            return Optional.empty();
        }
        return Optional.of(new Block(
                headed.group(1),
                first.from(headed.group(1).length() + 1),
                first.place(),
                fields(lines.subList(1, lines.size()))));
    }

    private String meant(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? ""
                : Nearest.to(text.substring(0, colon), headers)
                        .map(near -> "Did you mean \"" + near + ":\"? ")
                        .orElse("");
    }

    private List<Field> fields(List<Line> lines) {
        List<Field> fields = new ArrayList<>();
        int indent = lines.stream().mapToInt(Line::indent).min().orElse(0);
        int at = 0;
        while (at < lines.size()) {
            Line head = lines.get(at++);
            List<Line> body = new ArrayList<>();
            while (at < lines.size() && lines.get(at).indent() > indent) {
                body.add(lines.get(at++));
            }
            if (head.indent() == indent) {
                field(head, body).ifPresent(fields::add);
            } else {
                problems.add(
                        head.place(), "\"" + shortened(head.text()) + "\" is indented more than the lines around it.");
            }
        }
        return fields;
    }

    private Optional<Field> field(Line head, List<Line> body) {
        Matcher headed = HEADED.matcher(head.text());
        if (headed.matches()) {
            int colon = headed.group(1).length();
            return Optional.of(new Field(headed.group(1), head.place(), head.from(colon + 1), body));
        }
        if (known(bareFields, head.text())) {
            return Optional.of(
                    new Field(head.text(), head.place(), head.from(head.text().length()), body));
        }
        problems.add(
                head.place(),
                "\"" + shortened(head.text()) + "\" was not expected here.",
                Nearest.to(head.text(), bareFields)
                        .map(near -> "Did you mean \"" + near + "\"?")
                        .orElse("Check the indentation: conditions stand under When, consequences under Then."));
        return Optional.empty();
    }

    private static boolean known(Set<String> words, String word) {
        return words.stream().anyMatch(word.toLowerCase(Locale.ROOT)::equalsIgnoreCase);
    }

    /** The reader's own words, cut where a message would become unreadable. */
    public static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
