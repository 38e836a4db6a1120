package signpost.engine.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.engine.text.BlockReader;
import signpost.engine.text.Line;
import signpost.engine.text.Problems;

/** Reads the lines under {@code When}: conditions joined by {@code and}, and groups by indentation. */
public final class ConditionsParser {

    private static final Pattern GROUP = GroupHead.WRITTEN;
    private static final Pattern LIKE_A_GROUP =
            Pattern.compile(".*:|(any|all|none|either|one|both|at least \\S+)( of)?", Pattern.CASE_INSENSITIVE);
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
        boolean emptyGroup = false;
        while (at < lines.size() && !problems.full()) {
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
            Line bare = joined ? withoutAnd(line, first, emptyGroup) : insideGroup(line);
            one(bare, inside, depth).ifPresent(conditions::add);
            emptyGroup |= inside.isEmpty() && GROUP.matcher(bare.text()).matches();
            first = false;
        }
        return conditions;
    }

    private static boolean begins(Line line, String word) {
        return line.text().toLowerCase(Locale.ROOT).startsWith(word + " ");
    }

    /** Beneath an empty group stand its conditions, not lined up: that they lack an "and" is no second problem. */
    private Line withoutAnd(Line line, boolean first, boolean emptyGroup) {
        if (begins(line, "or")) {
            problems.add(
                    line.place(),
                    "\"or\" cannot begin a line, because it would not be clear what belongs together.",
                    "Write \"any of:\" and list the alternatives beneath it, two spaces deeper.");
            return line.from(3);
        }
        if (begins(line, "but")) {
            problems.add(line.place(), "\"but\" is not how conditions are joined.", "Write \"and\".");
            return line.from(4);
        }
        boolean and = begins(line, "and");
        if (and == first && !emptyGroup) {
            problems.add(
                    line.place(),
                    first
                            ? "The first condition does not begin with \"and\"."
                            : "This condition does not begin with \"and\".",
                    first ? "Take the \"and\" away." : "Put \"and\" before it.");
        }
        return and ? line.from(4) : line;
    }

    private Line insideGroup(Line line) {
        for (String word : List.of("and", "or")) {
            if (begins(line, word)) {
                problems.add(
                        line.place(),
                        "Inside a group no line begins with \"" + word + "\".",
                        "Take it away: the line above the group says how many of its conditions must be true.");
                return line.from(word.length() + 1);
            }
        }
        return line;
    }

    private Optional<Condition> one(Line line, List<Line> inside, int depth) {
        Matcher group = GROUP.matcher(line.text());
        if (!group.matches()) {
            return inside.isEmpty() ? single(line) : misled(line, inside, depth);
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

    private Optional<Condition> single(Line line) {
        int before = problems.size();
        if (line.text().equalsIgnoreCase("and")) {
            problems.add(line.place(), "No condition stands after this \"and\".", "Write it on the same line.");
            return Optional.empty();
        }
        Optional<Condition> condition = single.parse(line);
        if (condition.isEmpty()) {
            Slips.explain(line, before, problems);
        }
        return condition;
    }

    /** Lines beneath one that is no group: it was meant as one, or they stand too deep. */
    private Optional<Condition> misled(Line line, List<Line> inside, int depth) {
        if (LIKE_A_GROUP.matcher(line.text()).matches()) {
            problems.add(
                    line.place(),
                    "\"" + BlockReader.shortened(line.text()) + "\" does not begin a group.",
                    "Write \"any of:\", \"all of:\", \"at least 2 of:\" or \"none of:\", with its colon.");
            if (depth <= DEEPEST) {
                parse(inside, false, depth + 1);
            }
            return Optional.empty();
        }
        problems.add(
                inside.get(0).place(),
                "This line is indented as if it belonged to a group.",
                "Line it up with the one above, or write \"any of:\" above it.");
        return single(line);
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
