package signpost.api.worth;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import signpost.engine.change.Outline;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.Rule;

/** What a school that may not change its trust's rule begins a change of it with: the rule to make stricter. */
final class Tightening {

    private static final Pattern WHEN = Pattern.compile("\\s*When\\s*:?\\s*", Pattern.CASE_INSENSITIVE);

    private Tightening() {}

    /**
     * The file with the rule to be tightened, and the line at which it stands there.
     *
     * @param line of the block's header, from 1
     */
    record Begun(String path, String text, int line) {
        Map<String, String> texts() {
            return Map.of(path, text);
        }
    }

    /**
     * @param own the school's files
     * @param trusts the files in which the trust's rule stands
     */
    static Begun of(Rule rule, BookFiles own, BookFiles trusts) {
        String path = Written.folder(own) + "topics/tightened.txt";
        String before = own.paths().contains(path) ? new String(own.bytes(path), StandardCharsets.UTF_8) : "";
        String body = Written.unit(trusts, Written.path(rule, trusts), "Rule", rule.name())
                .map(unit -> unit.text()
                        .lines()
                        .dropWhile(line -> !WHEN.matcher(line).matches())
                        .collect(Collectors.joining("\n")))
                .orElse("  When\n    ");
        String text = Outline.of(path, before).withAdded("Tighten: " + rule.name() + "\n  Why: \n" + body);
        long line = text.substring(0, text.lastIndexOf("Tighten: " + rule.name()))
                        .lines()
                        .count()
                + 1;
        return new Begun(path, text, (int) line);
    }
}
