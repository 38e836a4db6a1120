package signpost.engine.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.rulebook.Rule;
import signpost.engine.vocabulary.Dates;

/** A rule in sentences. */
final class RuleWords {

    private static final Catalogue NO_TITLES = new Catalogue(List.of(), List.of());

    private RuleWords() {}

    /** What two names have in common that a person would take for the same. */
    static String key(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    static List<String> of(Rule rule, Catalogue catalogue) {
        return new Details()
                .say("when " + conditions(rule))
                .say("then " + consequences(rule, catalogue))
                .say("because: " + rule.because().words())
                .when(!rule.why().isEmpty(), "why: " + rule.why())
                .when(rule.off().isPresent(), "switched off: " + rule.off().orElse(""))
                .sentences();
    }

    /** Equal for rules that differ in nothing but their name and place. */
    static String withoutName(Rule rule) {
        return String.join("\n", of(rule, NO_TITLES)) + "\n"
                + String.join("\n", rule.source(), rule.owner(), inForce(rule), day(rule.reviewBy()));
    }

    private static String conditions(Rule rule) {
        return rule.conditions().stream().map(ConditionWords::sentence).collect(Collectors.joining(", and "));
    }

    static String consequences(Rule rule, Catalogue catalogue) {
        return rule.consequences().stream()
                .map(one -> ConsequenceChanges.words(one, catalogue))
                .collect(Collectors.joining("; "));
    }

    /** What else belongs to a rule. */
    static void paperwork(Rule was, Rule is, Details details) {
        if (was.off().isPresent() != is.off().isPresent()) {
            details.say(is.off().map(why -> "switched off: " + why).orElse("switched on again"));
        } else {
            details.otherwise(
                    "why it is switched off", was.off().orElse(""), is.off().orElse(""));
        }
        details.otherwise("because", was.because().words(), is.because().words())
                .otherwise("why", was.why(), is.why())
                .otherwise("source", was.source(), is.source())
                .otherwise("owner", was.owner(), is.owner())
                .otherwise("in force", inForce(was), inForce(is))
                .otherwise("review by", day(was.reviewBy()), day(is.reviewBy()));
    }

    private static String inForce(Rule rule) {
        if (rule.from().isEmpty() && rule.to().isEmpty()) {
            return "always";
        }
        String to = rule.to().map(Dates::words).map(day -> " to " + day).orElse("");
        return (rule.from().map(Dates::words).map(day -> "from " + day).orElse("") + to).strip();
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(Dates::words).orElse("");
    }
}
