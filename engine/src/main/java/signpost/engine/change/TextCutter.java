package signpost.engine.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import signpost.engine.rulebook.Shapes;

/**
 * Cuts a text into its blocks, each with the comments right above it and those indented beneath it. Comments that stand
 * apart are units of their own, as are those at the head of the file. A text with mistakes is cut too.
 */
final class TextCutter {

    private static final Pattern HEADER = Pattern.compile(
            Shapes.ALL.stream()
                    .map(shape -> Pattern.quote(shape.header()))
                    .collect(Collectors.joining("|", "(", "):(.*)")),
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FOR = Pattern.compile("\\s+For\\s*:(.*)", Pattern.CASE_INSENSITIVE);

    private final List<Written> lines;
    private final List<Piece> pieces = new ArrayList<>();
    /** The first line that belongs to no piece yet, from 0. */
    private int at;

    private TextCutter(List<Written> lines) {
        this.lines = lines;
    }

    static Cut cut(String text) {
        String mark = text.startsWith(Written.BOM) ? Written.BOM : "";
        TextCutter cutter = new TextCutter(Written.lines(text.substring(mark.length())));
        cutter.cut();
        return new Cut(
                mark,
                cutter.pieces,
                Written.text(cutter.lines.subList(cutter.at, cutter.lines.size())),
                List.of(),
                text);
    }

    private void cut() {
        List<Integer> headers = IntStream.range(0, lines.size())
                .filter(line -> header(line).isPresent())
                .boxed()
                .toList();
        for (int block = 0; block < headers.size(); block++) {
            int next = block + 1 < headers.size() ? headers.get(block + 1) : lines.size();
            block(headers.get(block), next);
        }
        String end = headers.isEmpty() ? "head" : "foot";
        note(lines.size(), end, "the notes at the " + (headers.isEmpty() ? "head" : "end") + " of the file");
    }

    private void block(int header, int next) {
        Matcher headed = header(header).orElseThrow();
        String keyword = headed.group(1);
        String title = headed.group(2).strip();
        String name = keyword + " \"" + title + "\"";
        String key = keyed(keyword) + ":" + keyed(title) + rule(header, next);
        int first = header;
        while (first > at && lines.get(first - 1).comment()) {
            first--;
        }
        if (at == 0) {
            note(first, "head", "the notes at the head of the file");
        } else {
            note(first, "above " + key, "the notes above " + name);
        }
        add(first, last(header, next), key, name, keyword, title);
    }

    /** Two scenarios may have one name when they are for different rules. */
    private String rule(int header, int next) {
        return lines.subList(header, next).stream()
                .map(line -> FOR.matcher(line.text()))
                .filter(Matcher::matches)
                .map(words -> " for " + keyed(words.group(1)))
                .findFirst()
                .orElse("");
    }

    /** Comments indented after the last line of a block still belong to it. */
    private int last(int header, int next) {
        int last = header;
        for (int line = header + 1; line < next; line++) {
            if (!lines.get(line).blank() && !lines.get(line).comment()) {
                last = line;
            }
        }
        for (int line = last + 1; line < next; line++) {
            if (!lines.get(line).blank()) {
                if (!lines.get(line).indented()) {
                    break;
                }
                last = line;
            }
        }
        return last;
    }

    /** What stands apart above line {@code until}, if anything does. */
    private void note(int until, String key, String name) {
        int last = until - 1;
        while (last >= at && lines.get(last).blank()) {
            last--;
        }
        if (last >= at) {
            int first = at;
            while (lines.get(first).blank()) {
                first++;
            }
            add(first, last, key, name, "", "");
        }
    }

    private void add(int first, int last, String key, String name, String keyword, String title) {
        Written end = lines.get(last);
        pieces.add(new Piece(
                key,
                name,
                keyword,
                title,
                first + 1,
                last + 1,
                Written.text(lines.subList(at, first)),
                Written.text(lines.subList(first, last)) + end.text(),
                end.end()));
        at = last + 1;
    }

    private Optional<Matcher> header(int line) {
        return Optional.of(HEADER.matcher(lines.get(line).text())).filter(Matcher::matches);
    }

    private static String keyed(String words) {
        return words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
