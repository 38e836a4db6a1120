package signpost.engine.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of one scenario of a text, of which some go and others come; every other line stays as it is. */
final class Expecting {

    private static final Pattern HEADING = Pattern.compile("\\s*expect( not)?:?\\s*", Pattern.CASE_INSENSITIVE);
    private static final int DEEPER = 2;

    private final List<String> lines;
    private final Set<Integer> gone;
    private final List<String> written = new ArrayList<>();

    /** @param gone the positions of the lines that go */
    Expecting(List<String> lines, Set<Integer> gone) {
        this.lines = lines;
        this.gone = gone;
    }

    /** With further expectations under their headings; a heading with nothing beneath goes, one that is missing comes last. */
    List<String> with(List<String> expect, List<String> expectNot) {
        boolean hasExpect = false;
        boolean hasNot = false;
        int at = 0;
        while (at < lines.size()) {
            Matcher heading = HEADING.matcher(lines.get(at));
            if (!heading.matches()) {
                written.add(lines.get(at));
                at++;
                continue;
            }
            boolean not = heading.group(1) != null;
            hasNot |= not;
            hasExpect |= !not;
            int end = end(at);
            section(at, end, not ? expectNot : expect);
            at = end;
        }
        if (!hasExpect) {
            under("Expect", expect);
        }
        if (!hasNot) {
            under("Expect not", expectNot);
        }
        return written;
    }

    private void section(int heading, int end, List<String> more) {
        List<String> kept = new ArrayList<>();
        for (int at = heading + 1; at < end; at++) {
            if (!gone.contains(at)) {
                kept.add(lines.get(at));
            }
        }
        boolean says = !more.isEmpty()
                || kept.stream().map(String::strip).anyMatch(line -> !line.isEmpty() && !line.startsWith("#"));
        if (says) {
            written.add(lines.get(heading));
        }
        written.addAll(kept);
        more.forEach(line -> written.add(" ".repeat(indent(lines.get(heading)) + DEEPER) + line));
    }

    private void under(String heading, List<String> more) {
        if (!more.isEmpty()) {
            written.add(" ".repeat(DEEPER) + heading);
            more.forEach(line -> written.add(" ".repeat(2 * DEEPER) + line));
        }
    }

    /** Where the lines beneath a heading end. */
    private int end(int heading) {
        int at = heading + 1;
        while (at < lines.size()
                && (lines.get(at).isBlank()
                        || lines.get(at).strip().startsWith("#")
                        || indent(lines.get(at)) > indent(lines.get(heading)))) {
            at++;
        }
        return at;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
