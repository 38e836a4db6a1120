package signpost.api.drafts;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.text.Problem;

/** Says of what a draft names and does not have that the draft itself took it away; a name like it would be no help. */
final class TakenAway {

    private static final Pattern MISSING = Pattern.compile(
            "(No rule gives the flag|No rule raises a flag|No rule gives the score|No rule adds points to a score"
                    + "|The catalogue has no intervention|There is no rule) \"([^\"]+)\"\\.$");
    private static final String ADVICE =
            "It was taken away in this draft: put it back, or change what names it here too.";

    private TakenAway() {}

    /** @param base the book the draft began from, asked for only where something is missing */
    static List<Problem> told(List<Problem> problems, Supplier<Optional<RuleBook>> base) {
        if (problems.stream()
                .noneMatch(problem -> MISSING.matcher(problem.message()).find())) {
            return problems;
        }
        return base.get()
                .map(before -> problems.stream()
                        .map(problem -> had(before, problem) ? advised(problem) : problem)
                        .toList())
                .orElse(problems);
    }

    private static Problem advised(Problem problem) {
        return new Problem(problem.place(), problem.message(), ADVICE);
    }

    private static boolean had(RuleBook before, Problem problem) {
        Matcher missing = MISSING.matcher(problem.message());
        if (!missing.find()) {
            return false;
        }
        String name = missing.group(2);
        return switch (missing.group(1)) {
            case "The catalogue has no intervention" ->
                before.catalogue().intervention(name).isPresent();
            case "There is no rule" -> before.rule(name).isPresent();
            case "No rule gives the flag", "No rule raises a flag" ->
                flags(before).anyMatch(name::equals);
            default -> scores(before).anyMatch(name::equals);
        };
    }

    private static Stream<String> flags(RuleBook book) {
        return book.rules().stream().flatMap(rule -> rule.flags().map(flag -> flag.flag()));
    }

    private static Stream<String> scores(RuleBook book) {
        return book.rules().stream().flatMap(rule -> rule.points().map(points -> points.score()));
    }
}
