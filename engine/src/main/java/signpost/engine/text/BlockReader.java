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

    /** More lines than 5,000 long rules have; each costs memory. */
    private static final int MOST_LINES = 250_000;

    /** As editors count: other characters that some programs break a line at are refused as unprintable. */
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\n]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]");
    private static final Pattern HEADED = Pattern.compile("([A-Za-z][A-Za-z ]{0,30}):(.*)");

    private final Set<String> headers;
    private final Set<String> bareFields;
    private final Problems problems;
    private int read;

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
            if (problems.full()) {
                return blocks;
            }
            if (line.indent() == 0 && !open.isEmpty() && begins(line)) {
                block(open).ifPresent(blocks::add);
                open.clear();
            }
            open.add(line.indent() == 0 && !open.isEmpty() ? movedIn(line) : line);
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
        for (String raw : LINE_END.split(body, -1)) {
            number++;
            String stripped = raw.strip();
            if (stripped.isEmpty() || stripped.startsWith("#")) {
                continue;
            }
            if (++read > MOST_LINES || problems.full()) {
                tooMany(new Place(file, number, 1));
                break;
            }
            lines.add(line(file, number, raw));
        }
        return lines;
    }

    private void tooMany(Place place) {
        if (read > MOST_LINES) {
            problems.add(place, "A book may have " + MOST_LINES + " lines; this is one more.", "Make two books of it.");
        }
    }

    /** A line that cannot be read keeps its depth, so that its neighbours still make sense. */
    private Line line(String file, int number, String raw) {
        Optional<Unprintable.Found> unprintable = Unprintable.first(raw);
        String text = unprintable.isPresent() ? spaced(raw) : raw;
        String stripped = text.strip();
        Line line = new Line(file, number, text.indexOf(stripped), stripped);
        if (stripped.length() > LONGEST_LINE) {
            problems.refuseLine(
                    line.place(),
                    "This line is longer than " + LONGEST_LINE + " characters.",
                    "Break it into several lines.");
            return new Line(file, number, line.indent(), stripped.substring(0, LONGEST_LINE));
        }
        unprintable.ifPresent(
                found -> problems.refuseLine(new Place(file, number, found.column()), found.message(), found.advice()));
        return line;
    }

    /** Whether a line of the first column is a header, or was meant as one; anything else has lost its spaces. */
    private boolean begins(Line line) {
        String head = head(line.text());
        return known(headers, head)
                || (!known(bareFields, head) && Nearest.to(head, headers).isPresent());
    }

    private Line movedIn(Line line) {
        problems.refuseLine(
                line.place(),
                "\"" + shortened(line.text()) + "\" stands in the first column, where a block begins.",
                "Put two spaces before it if it belongs to the block above. " + beginning());
        return new Line(line.file(), line.number(), 2, line.text());
    }

    /** What a line is headed by: the words before its colon, or its first word. */
    private static String head(String text) {
        int colon = text.indexOf(':');
        int space = text.indexOf(' ');
        return colon >= 0 ? text.substring(0, colon) : space < 0 ? text : text.substring(0, space);
    }

    private String beginning() {
        return "A block begins in the first column with one of: "
                + String.join(", ", headers.stream().sorted().toList()) + ", followed by a colon and a name.";
    }

    private static String spaced(String raw) {
        return SPACES.matcher(raw.replace("\t", "  ")).replaceAll(" ");
    }

    private Optional<Block> block(List<Line> lines) {
        Line first = lines.get(0);
        Matcher headed = HEADED.matcher(first.text());
        if (first.indent() != 0 || !headed.matches() || !known(headers, headed.group(1))) {
            problems.refuseLine(
                    first.place(),
                    "\"" + shortened(first.text()) + "\" does not begin a block.",
                    meant(first) + beginning());
            return Optional.empty();
        }
        return Optional.of(new Block(
                headed.group(1),
                first.from(headed.group(1).length() + 1),
                first.place(),
                fields(lines.subList(1, lines.size()))));
    }

    private String meant(Line first) {
        String head = head(first.text());
        if (known(headers, head) && first.text().startsWith(head + ":")) {
            return "Take the spaces before it away. ";
        }
        return Nearest.to(head, headers)
                .map(near -> "Did you mean \"" + near + ":\"? ")
                .orElse("");
    }

    private List<Field> fields(List<Line> lines) {
        List<Field> fields = new ArrayList<>();
        int indent = depth(lines);
        int at = 0;
        while (at < lines.size() && !problems.full()) {
            Line head = lines.get(at++);
            if (head.indent() != indent) {
                problems.add(
                        head.place(),
                        "\"" + shortened(head.text()) + "\" is indented " + (head.indent() < indent ? "less" : "more")
                                + " than the other parts.",
                        "Line up the parts of a block, two spaces in.");
            }
            List<Line> body = new ArrayList<>();
            while (at < lines.size() && lines.get(at).indent() > indent) {
                body.add(lines.get(at++));
            }
            fields.add(field(head, body));
        }
        return fields;
    }

    /** How deep the parts stand: as the first of those that stand alone, or as the first line. */
    private int depth(List<Line> lines) {
        return lines.stream()
                .filter(line -> known(bareFields, line.text()))
                .findFirst()
                .or(() -> lines.stream().findFirst())
                .map(Line::indent)
                .orElse(0);
    }

    private Field field(Line head, List<Line> body) {
        Matcher headed = HEADED.matcher(head.text());
        if (headed.matches()) {
            int colon = headed.group(1).length();
            return new Field(headed.group(1), head.place(), head.from(colon + 1), body);
        }
        if (!known(bareFields, head.text())) {
            problems.refuseLine(
                    head.place(),
                    "\"" + shortened(head.text()) + "\" was not expected here.",
                    Nearest.to(head.text(), bareFields)
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse(
                                    "A part of a block has a colon after its name, as in \"Owner: Head of destinations\";"
                                            + " conditions stand under When and consequences under Then, two spaces deeper."));
        }
        return new Field(head.text(), head.place(), head.from(head.text().length()), body);
    }

    private static boolean known(Set<String> words, String word) {
        return words.stream().anyMatch(word.toLowerCase(Locale.ROOT)::equalsIgnoreCase);
    }

    /** The reader's own words, cut where a message would become unreadable. */
    public static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
