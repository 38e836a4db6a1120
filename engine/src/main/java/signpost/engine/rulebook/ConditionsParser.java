package signpost.engine.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.engine.text.Line;
import signpost.engine.text.Problems;

/** Reads the lines under {@code When}: conditions joined by {@code and}, and groups by indentation. */
public final class ConditionsParser {

    private static final Pattern GROUP =
            Pattern.compile("(any of|all of|none of|at least (\\d{1,3}) of):", Pattern.CASE_INSENSITIVE);
    private static final int DEEPEST = 6;

    private final ConditionParser single;
    private final Problems problems;

    public ConditionsParser(ConditionParser single, Problems problems) {
        this.single = single;
        this.problems = problems;
    }

    /**
     * The conditions these lines state.
     *
     * @param joined whether lines after the first begin with {@code and}
     */
    public List<Condition> parse(List<Line> lines, boolean joined) {
        return parse(lines, joined, 1);
    }

    private List<Condition> parse(List<Line> lines, boolean joined, int depth) {
        List<Condition> conditions = new ArrayList<>();
        int indent = lines.isEmpty() ? 0 : lines.get(0).indent();
        int at = 0;
        boolean first = true;
        while (at < lines.size()) {
            Line line = lines.get(at++);
            List<Line> inside = new ArrayList<>();
            while (at < lines.size() && lines.get(at).indent() > indent) {
                inside.add(lines.get(at++));
            }
            if (line.indent() < indent) {
                problems.add(
                        line.place(), "This line is indented less than the one before it.", "Line the conditions up.");
                continue;
            }
            one(joined ? withoutAnd(line, first) : line, inside, depth).ifPresent(conditions::add);
            first = false;
        }
        return conditions;
    }

    private Line withoutAnd(Line line, boolean first) {
        boolean and = line.text().toLowerCase(Locale.ROOT).startsWith("and ");
        if (line.text().toLowerCase(Locale.ROOT).startsWith("or ")) {
            problems.add(
                    line.place(),
                    "\"or\" cannot begin a line, because it would not be clear what belongs together.",
                    "Write \"any of:\" and list the alternatives beneath it, two spaces deeper.");
            return line.from(3);
        }
        if (and == first) {
            problems.add(
                    line.place(),
                    first
                            ? "The first condition does not begin with \"and\"."
                            : "This condition does not begin with \"and\".",
                    first ? "Take the \"and\" away." : "Put \"and\" before it.");
        }
        return and ? line.from(4) : line;
    }

    private Optional<Condition> one(Line line, List<Line> inside, int depth) {
        Matcher group = GROUP.matcher(line.text());
        if (!group.matches()) {
            if (!inside.isEmpty()) {
                problems.add(
                        inside.get(0).place(),
                        "This line is indented as if it belonged to a group.",
                        "Line it up with the one above, or write \"any of:\" above it.");
            }
            return single.parse(line);
        }
        if (inside.isEmpty() || depth > DEEPEST) {
            problems.add(
                    line.place(),
                    inside.isEmpty() ? "This group is empty." : "Groups are nested too deeply to be read.",
                    inside.isEmpty() ? "List its conditions beneath it, two spaces deeper." : "Make two rules of it.");
            return Optional.empty();
        }
        int before = problems.size();
        List<Condition> parts = parse(inside, false, depth + 1);
        return problems.size() == before ? group(line, group, parts) : Optional.empty();
    }

    private Optional<Condition> group(Line line, Matcher group, List<Condition> parts) {
        String kind = group.group(1).toLowerCase(Locale.ROOT);
        if (kind.equals("none of")) {
            Condition any = new Condition.AtLeast(1, parts, line.text(), line.place());
            return Optional.of(new Condition.Not(any, line.text(), line.place()));
        }
        int least = kind.equals("any of") ? 1 : kind.equals("all of") ? parts.size() : Integer.parseInt(group.group(2));
        if (least < 1 || least > parts.size()) {
            problems.add(
                    line.place(),
                    "The group asks for " + least + " of " + parts.size() + " conditions.",
                    "Ask for a number from 1 to " + parts.size() + ".");
            return Optional.empty();
        }
        return Optional.of(new Condition.AtLeast(least, parts, line.text(), line.place()));
    }
}
