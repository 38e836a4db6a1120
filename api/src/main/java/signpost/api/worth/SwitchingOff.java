package signpost.api.worth;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import signpost.engine.change.Outline;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.Origin;
import signpost.engine.rulebook.Rule;
import signpost.engine.writing.RuleText;

/**
 * What a school's files say once a rule is off, or on again. A rule of the trust is switched off by name; one of the school's
 * own stays where it is, with the reason, in a text as in a table. Everything else stays byte for byte.
 */
final class SwitchingOff {

    /** The line of a rule, or the column of a table, that holds the reason. */
    static final String FIELD = "Switched off";

    private static final String BLOCK = "Switch off";

    private SwitchingOff() {}

    /** A file as it would be, or why the rule cannot be switched so. */
    sealed interface Result {

        /** The file's whole text. */
        record Edited(String path, String text) implements Result {}

        record Refused(String because) implements Result {}
    }

    /**
     * Off.
     *
     * @param origin whose the rule is for this school
     * @param own the school's own files
     * @param why on one line
     */
    static Result off(Rule rule, Origin origin, BookFiles own, String why) {
        return switch (origin) {
            case TRUST -> added(rule, own, why);
            case TIGHTENED ->
                Written.unit(own, Written.path(rule, own), "Tighten", rule.name())
                        .<Result>map(unit -> new Result.Edited(
                                unit.path(),
                                unit.outline().with(unit.unit(), comments(unit.text()) + block(rule, why))))
                        .orElseGet(SwitchingOff::notThere);
            case SCHOOL, BOOK -> marked(rule, own, why);
        };
    }

    /** On again, where the rule's own file says that it is off. */
    static Result on(Rule rule, BookFiles own) {
        return marked(rule, own, "");
    }

    /**
     * On again, where a school's additions say that it does without the trust's rule.
     *
     * @param path of the file that says so
     */
    static Result onAgain(Rule rule, String path, BookFiles own) {
        return Written.unit(own, path, BLOCK, rule.name())
                .<Result>map(unit -> new Result.Edited(path, unit.outline().with(unit.unit(), "")))
                .orElseGet(SwitchingOff::notThere);
    }

    private static Result added(Rule rule, BookFiles own, String why) {
        String path = Written.folder(own) + "topics/switched-off.txt";
        String text = own.paths().contains(path) ? text(own, path) : "";
        return new Result.Edited(path, Outline.of(path, text).withAdded(block(rule, why)));
    }

    private static String block(Rule rule, String why) {
        return BLOCK + ": " + rule.name() + "\n  Why: " + why;
    }

    /** @param why empty to switch it on */
    private static Result marked(Rule rule, BookFiles own, String why) {
        String path = Written.path(rule, own);
        Optional<Written.Unit> unit = Written.unit(own, path, "Rule", rule.name());
        if (unit.isPresent()) {
            return RuleText.of(unit.get().text())
                    .<Result>map(text -> new Result.Edited(
                            path,
                            unit.get()
                                    .outline()
                                    .with(
                                            unit.get().unit(),
                                            text.with(FIELD, why).text())))
                    .orElseGet(SwitchingOff::notThere);
        }
        if (!own.paths().contains(path) || path.endsWith(".txt")) {
            return notThere();
        }
        return path.endsWith(".csv")
                ? MarkedRow.of(text(own, path), rule.name(), why)
                        .<Result>map(text -> new Result.Edited(path, text))
                        .orElseGet(() -> byHand(path))
                : byHand(path);
    }

    private static Result byHand(String path) {
        return new Result.Refused("This rule is a row of the table " + path
                + ", which cannot be changed from here. Start a draft, and write the reason there under a column \""
                + FIELD
                + "\", in the first row of the rule; clear it to switch the rule on again.");
    }

    private static String text(BookFiles own, String path) {
        return new String(own.bytes(path), StandardCharsets.UTF_8);
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
