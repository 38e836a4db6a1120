package signpost.api.builder;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.api.pages.FreeText;
import signpost.engine.vocabulary.Dates;
import signpost.engine.writing.RulePart;

/**
 * A field of a rule as a form asks for it.
 *
 * @param name as a rule writes it; {@code Rule} for the rule's own name
 * @param question what the form asks
 * @param large whether it may need several lines of a text box
 */
record FieldForm(String name, String question, String hint, boolean large) {

    /** The rule's own name. */
    static final String NAME = "Rule";

    static final String BECAUSE = "Because";

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST = 2_000;
    private static final Pattern SPAN = Pattern.compile("from (.+?)( to (.+))?");

    private static final List<FieldForm> ALL = List.of(
            new FieldForm(NAME, "What is the rule called?", "A short name that staff will see", false),
            new FieldForm("Owner", "Who answers for this rule?", "A role, such as Head of destinations", false),
            new FieldForm(
                    "Why", "Why does the school ask this?", "In a sentence or two that a parent could read", true),
            new FieldForm(
                    "Source", "Where does it come from?", "Guidance, research, or the school's own experience", true),
            new FieldForm(
                    "In force",
                    "When is it in force?",
                    "For example, from 1 September 2026, or from 1 September 2026 to 31 August 2027. Leave it empty for always",
                    false),
            new FieldForm("Review by", "By when should it be looked at again?", "For example, 31 July 2027", false),
            new FieldForm(
                    BECAUSE,
                    "What should the reason say?",
                    "Whoever decides reads this. A student's own value goes in braces, such as {attendance}",
                    true));

    static Optional<FieldForm> of(String name) {
        return ALL.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** As it can stand in a rule: only the reason keeps its lines. */
    String typed(String sent) {
        return name.equals(BECAUSE) ? FreeText.clean(sent) : Typed.oneLine(sent);
    }

    /** What is wrong with a value. */
    Optional<String> wrong(OpenRule rule, String value) {
        if (value.length() > LONGEST) {
            return Optional.of("Enter " + LONGEST + " characters or fewer");
        }
        return switch (name) {
            case NAME -> wrongName(rule, value);
            case BECAUSE ->
                value.isEmpty()
                        ? Optional.of("Enter the reason: every rule gives one")
                        : value.lines().anyMatch(line -> line.strip().startsWith("#"))
                                ? Optional.of(
                                        "A line cannot begin with #: that would be a note, and nobody would read it")
                                : Optional.empty();
            case "Review by" ->
                value.isEmpty() || Dates.read(value).isPresent()
                        ? Optional.empty()
                        : Optional.of("\"" + value + "\" is not a date. Write for example: 1 September 2027.");
            case "In force" -> wrongSpan(value);
            default -> Optional.empty();
        };
    }

    private static Optional<String> wrongName(OpenRule rule, String value) {
        if (value.isEmpty() || value.length() > LONGEST_NAME) {
            return Optional.of("Enter a short name, in " + LONGEST_NAME + " characters or fewer");
        }
        if (value.contains(";")) {
            return Optional.of("A rule's name may not hold \";\". It separates rules where they are listed.");
        }
        boolean taken = !value.equalsIgnoreCase(rule.name())
                && RulePart.named(rule.part().before() + rule.part().after(), value)
                        .isPresent();
        return taken ? Optional.of("There is already a rule \"" + value + "\" in this file") : Optional.empty();
    }

    private static Optional<String> wrongSpan(String value) {
        Matcher words = SPAN.matcher(value);
        boolean right = value.isEmpty()
                || (words.matches()
                        && Dates.read(words.group(1)).isPresent()
                        && (words.group(3) == null || Dates.read(words.group(3)).isPresent()));
        return right
                ? Optional.empty()
                : Optional.of("\"" + value + "\" does not say when the rule is in force. Write for example:"
                        + " from 1 September 2026, or: from 1 September 2026 to 31 August 2027.");
    }
}
