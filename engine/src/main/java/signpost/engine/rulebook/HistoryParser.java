package signpost.engine.rulebook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.catalogue.Intervention;
import signpost.engine.profile.History.Step;
import signpost.engine.text.Line;
import signpost.engine.text.Nearest;
import signpost.engine.text.Problems;

/** Reads conditions about earlier days: {@code "Severe absence" was flagged last term}, {@code ATT-01 was delivered this term}. */
final class HistoryParser {

    private static final Pattern FLAGGED =
            Pattern.compile("\"([^\"]+)\" was (not )?flagged last term", Pattern.CASE_INSENSITIVE);
    private static final Pattern HELP = Pattern.compile(
            "(\\S{1,40}) was (not )?(offered and not attended|offered|delivered|overridden for good)"
                    + "(?: (this term|last term|this year))?",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, Step> STEPS = Map.of(
            "offered", Step.OFFERED,
            "offered and not attended", Step.NOT_ATTENDED,
            "delivered", Step.DELIVERED,
            "overridden for good", Step.OVERRIDDEN_FOR_GOOD);
    private static final Map<String, Span> SPANS =
            Map.of("this term", Span.THIS_TERM, "last term", Span.LAST_TERM, "this year", Span.THIS_YEAR);

    private final Catalogue catalogue;
    private final Problems problems;

    HistoryParser(Catalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /** Whether the line speaks of earlier days in one of these forms. */
    static boolean speaksOf(String words) {
        return FLAGGED.matcher(words).matches() || HELP.matcher(words).matches();
    }

    Optional<Condition> parse(Line line) {
        Matcher flagged = FLAGGED.matcher(line.text());
        if (flagged.matches()) {
            return Optional.of(negated(
                    flagged.group(2), new Condition.FlaggedLastTerm(flagged.group(1), line.text(), line.place())));
        }
        Matcher help = HELP.matcher(line.text());
        if (!help.matches()) {
            return Optional.empty();
        }
        return intervention(line, help.group(1))
                .map(found -> negated(
                        help.group(2),
                        new Condition.Helped(
                                found.code(), step(help.group(3)), span(help.group(4)), line.text(), line.place())));
    }

    private static Step step(String words) {
        return STEPS.getOrDefault(words.toLowerCase(Locale.ROOT), Step.OFFERED);
    }

    private static Span span(@org.jspecify.annotations.Nullable String words) {
        return words == null ? Span.EVER : SPANS.getOrDefault(words.toLowerCase(Locale.ROOT), Span.EVER);
    }

    private static Condition negated(@org.jspecify.annotations.Nullable String not, Condition condition) {
        return not == null ? condition : new Condition.Not(condition, condition.words(), condition.place());
    }

    private Optional<Intervention> intervention(Line line, String code) {
        Optional<Intervention> found = catalogue.intervention(code);
        if (found.isEmpty()) {
            List<String> codes =
                    catalogue.interventions().stream().map(Intervention::code).toList();
            problems.add(
                    line.place(),
                    "The catalogue has no intervention \"" + code + "\".",
                    Nearest.to(code, codes)
                            .map(near -> "Did you mean " + near + "?")
                            .orElse("Give it a row in catalogue/interventions.csv, or name a code that has one."));
        }
        return found;
    }
}
