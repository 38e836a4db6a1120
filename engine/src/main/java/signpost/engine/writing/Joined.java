package signpost.engine.writing;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** Puts the joining "and" before conditions and takes it away. */
final class Joined {

    static final String AND = "and ";

    private Joined() {}

    static boolean begins(Entry entry) {
        return entry.text().toLowerCase(Locale.ROOT).startsWith(AND);
    }

    static Lines joined(Lines lines, Entry entry) {
        return begins(entry) ? lines : said(lines, entry, text -> AND + text);
    }

    static Lines bare(Lines lines, Entry entry) {
        return begins(entry)
                ? said(lines, entry, text -> text.substring(AND.length()).stripLeading())
                : lines;
    }

    private static Lines said(Lines lines, Entry entry, UnaryOperator<String> change) {
        String space = lines.space(entry.line());
        return lines.replaced(
                entry.line(), space + change.apply(lines.at(entry.line()).substring(space.length())));
    }

    /** Empty for what would become a comment: that is for the text itself. */
    static String bare(String words) {
        String bare = Sentences.clean(words).replaceFirst("(?i)^and ", "");
        return bare.startsWith("#") ? "" : bare;
    }
}
