package signpost.engine.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as lines with their ends, counted from 1; every line that is not touched stays byte for byte. */
final class Lines {

    private static final Pattern END = Pattern.compile("\\r\\n|[\\r\\n]");

    private record Raw(String text, String end) {}

    private final List<Raw> all;
    private final String end;

    private Lines(List<Raw> all, String end) {
        this.all = all;
        this.end = end;
    }

    static Lines of(String text) {
        List<Raw> all = new ArrayList<>();
        Matcher end = END.matcher(text);
        int from = 0;
        while (end.find()) {
            all.add(new Raw(text.substring(from, end.start()), end.group()));
            from = end.end();
        }
        if (from < text.length()) {
            all.add(new Raw(text.substring(from), ""));
        }
        String usual =
                all.isEmpty() || all.get(0).end().isEmpty() ? "\n" : all.get(0).end();
        return new Lines(all, usual);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        all.forEach(raw -> text.append(raw.text()).append(raw.end()));
        return text.toString();
    }

    String at(int line) {
        return all.get(line - 1).text();
    }

    int size() {
        return all.size();
    }

    /** The lines from {@code first} to {@code last} as one text. */
    String text(int first, int last) {
        return new Lines(all.subList(first - 1, last), end).text();
    }

    /** The space a line begins with. */
    String space(int line) {
        String text = at(line);
        return text.substring(0, text.length() - text.stripLeading().length());
    }

    Lines replaced(int line, String text) {
        List<Raw> copy = new ArrayList<>(all);
        copy.set(line - 1, new Raw(text, copy.get(line - 1).end()));
        return new Lines(copy, end);
    }

    /** With further lines after one; after line 0 they come first. */
    Lines inserted(int after, List<String> texts) {
        List<Raw> copy = new ArrayList<>(all);
        List<Raw> more = new ArrayList<>();
        texts.forEach(text -> more.add(new Raw(text, end)));
        boolean unended =
                after > 0 && after == copy.size() && copy.get(after - 1).end().isEmpty();
        if (unended && !more.isEmpty()) {
            copy.set(after - 1, new Raw(at(after), end));
            more.set(more.size() - 1, new Raw(texts.get(texts.size() - 1), ""));
        }
        copy.addAll(after, more);
        return new Lines(copy, end);
    }

    Lines without(int first, int last) {
        List<Raw> copy = new ArrayList<>(all);
        copy.subList(first - 1, last).clear();
        return new Lines(copy, end);
    }

    /** With the lines from {@code second} to {@code last} before those from {@code first}. */
    Lines swapped(int first, int second, int last) {
        List<Raw> copy = new ArrayList<>(all.subList(0, first - 1));
        copy.addAll(all.subList(second - 1, last));
        copy.addAll(all.subList(first - 1, second - 1));
        copy.addAll(all.subList(last, all.size()));
        // A last line without an end may not be the last any more.
        for (int at = 0; at < copy.size() - 1; at++) {
            if (copy.get(at).end().isEmpty()) {
                copy.set(at, new Raw(copy.get(at).text(), end));
                Raw bottom = copy.get(copy.size() - 1);
                copy.set(copy.size() - 1, new Raw(bottom.text(), ""));
            }
        }
        return new Lines(copy, end);
    }
}
