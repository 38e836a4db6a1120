package signpost.api.worth;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import signpost.engine.change.Outline;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.Origin;
import signpost.engine.rulebook.Rule;
import signpost.engine.vocabulary.Dates;

/**
 * What a school's files say once a rule is off. A rule of the trust is switched off by name; one of the school's own ends the
 * day before, so that what it was stays to be read. Everything else stays byte for byte.
 */
final class SwitchingOff {

    private static final Pattern IN_FORCE = Pattern.compile("\\s*In force\\s*:.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHEN = Pattern.compile("\\s*When\\s*:?\\s*", Pattern.CASE_INSENSITIVE);

    private SwitchingOff() {}

    /** A file as it would be, or why the rule cannot be switched off so. */
    sealed interface Result {

        /** The file's whole text. */
        record Edited(String path, String text) implements Result {}

        record Refused(String because) implements Result {}
    }

    /**
     * @param origin whose the rule is for this school
     * @param own the school's own files
     * @param why on one line
     */
    static Result of(Rule rule, Origin origin, BookFiles own, String why, LocalDate today) {
        return switch (origin) {
            case TRUST -> added(rule, own, why);
            case TIGHTENED ->
                Written.unit(own, Written.path(rule, own), "Tighten", rule.name())
                        .<Result>map(unit -> new Result.Edited(
                                unit.path(),
                                unit.outline().with(unit.unit(), comments(unit.text()) + block(rule, why))))
                        .orElseGet(SwitchingOff::notThere);
            case SCHOOL, BOOK -> ended(rule, own, why, today);
        };
    }

    private static Result added(Rule rule, BookFiles own, String why) {
        String path = Written.folder(own) + "topics/switched-off.txt";
        String text = own.paths().contains(path) ? new String(own.bytes(path), StandardCharsets.UTF_8) : "";
        return new Result.Edited(path, Outline.of(path, text).withAdded(block(rule, why)));
    }

    private static String block(Rule rule, String why) {
        return "Switch off: " + rule.name() + "\n  Why: " + why;
    }

    private static Result ended(Rule rule, BookFiles own, String why, LocalDate today) {
        String path = Written.path(rule, own);
        LocalDate last = today.minusDays(1);
        Optional<Written.Unit> unit = Written.unit(own, path, "Rule", rule.name());
        if (unit.isEmpty()) {
            return path.endsWith(".txt")
                    ? notThere()
                    : new Result.Refused("This rule is a row of the table " + path
                            + ". Start a draft, open the table there and take the row out.");
        }
        if (rule.to().filter(to -> to.isBefore(today)).isPresent()) {
            return new Result.Refused(
                    "This rule ended on " + Dates.words(rule.to().orElseThrow()) + " already.");
        }
        if (rule.from().filter(from -> from.isAfter(last)).isPresent()) {
            return new Result.Refused("This rule begins on "
                    + Dates.words(rule.from().orElseThrow())
                    + " and has nothing to end before. Start a draft and take it out of its file.");
        }
        String span = "from " + Dates.words(rule.from().orElseGet(() -> yearOf(last))) + " to " + Dates.words(last);
        return new Result.Edited(
                path,
                unit.get().outline().with(unit.get().unit(), ended(unit.get().text(), span, why, today)));
    }

    /** A rule without dates has to have begun some day: the start of the academic year. */
    private static LocalDate yearOf(LocalDate day) {
        LocalDate start = LocalDate.of(day.getYear(), Month.SEPTEMBER, 1);
        return day.isBefore(start) ? start.minusYears(1) : start;
    }

    private static String ended(String text, String span, String why, LocalDate today) {
        List<String> lines = new ArrayList<>();
        boolean headed = false;
        boolean said = false;
        for (String line : text.lines().toList()) {
            if (!headed && !line.strip().startsWith("#") && !line.isBlank()) {
                lines.add("# Switched off from " + Dates.words(today) + ": " + why);
                headed = true;
            }
            if (!said && IN_FORCE.matcher(line).matches()) {
                lines.add(indent(line) + "In force: " + span);
                said = true;
                continue;
            }
            if (!said && WHEN.matcher(line).matches()) {
                lines.add(indent(line) + "In force: " + span);
                said = true;
            }
            lines.add(line);
        }
        return String.join("\n", lines);
    }

    private static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    private static String comments(String text) {
        StringBuilder comments = new StringBuilder();
        text.lines()
                .takeWhile(line -> line.isBlank() || line.strip().startsWith("#"))
                .forEach(line -> comments.append(line).append('\n'));
        return comments.toString();
    }

    private static Result notThere() {
        return new Result.Refused(
                "The last version of the files no longer says this rule so. Look at the drafts and versions.");
    }
}
