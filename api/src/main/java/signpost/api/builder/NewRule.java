package signpost.api.builder;

import java.util.Locale;
import java.util.stream.Collectors;
import signpost.engine.writing.Builder;
import signpost.engine.writing.Matter;
import signpost.engine.writing.RuleView;
import signpost.engine.writing.Sort;

/** The first text of a rule, and the way from one step of making it to the next. */
final class NewRule {

    private NewRule() {}

    /** A file with another rule at its end. */
    static String in(String file, String name, String owner, String why) {
        String end = file.contains("\r\n") ? "\r\n" : "\n";
        StringBuilder text = new StringBuilder(file);
        if (!file.isEmpty()) {
            text.append(file.endsWith("\n") ? "" : end).append(end);
        }
        text.append("Rule: ").append(name).append(end);
        if (!owner.isEmpty()) {
            text.append("  Owner: ").append(owner).append(end);
        }
        return text.append("  Why: ").append(why).append(end).toString();
    }

    /** The file that a topic's rules stand in. */
    static String path(String topic) {
        String name =
                topic.toLowerCase(Locale.UK).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "" : "topics/" + name + ".txt";
    }

    /** Where somebody goes after a step. */
    static String then(OpenRule rule, Spot spot, String next) {
        if (!spot.making()) {
            return rule.address();
        }
        return next.equals("field")
                ? step(rule, next, "making", "yes", "field", FieldForm.BECAUSE)
                : step(rule, next, "making", "yes");
    }

    private static String step(OpenRule rule, String page, String... further) {
        return OpenRule.address(rule.draft().id(), rule.path(), rule.name(), page, further);
    }

    /** A reason to begin with: what the conditions ask about, with the student's own values. */
    static String because(Builder builder, RuleView view) {
        return view.when().stream()
                .flatMap(line -> line.pick().stream())
                .filter(pick -> pick.sort() == Sort.ATTRIBUTE)
                .flatMap(pick -> Subjects.find(builder.picks(), pick.sort().name(), pick.key()).stream())
                .map(Matter::called)
                .distinct()
                .map(called -> called + " is {" + called.replaceFirst("^the ", "") + "}")
                .collect(Collectors.joining("; "));
    }
}
