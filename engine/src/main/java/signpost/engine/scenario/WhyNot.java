package signpost.engine.scenario;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import signpost.engine.evaluation.Account;
import signpost.engine.evaluation.Recommender;
import signpost.engine.profile.Source;
import signpost.engine.rulebook.Answer;

/** Asks rules why they did not fire for the student of a scenario. */
final class WhyNot {

    /** Each takes another judgement, and nobody reads more: of scenarios beyond it is said what came out, and not why. */
    private static final int MOST = 60;

    /** Every fact of a scenario comes from it. */
    private static final Pattern FROM =
            Pattern.compile(" \\(from " + Pattern.quote(Source.SCENARIO.words()) + "[^()]*\\)");

    /** @param clauses a sentence of what the rule lacks or cannot see; empty where it fires */
    record Said(Answer answer, String clauses) {}

    private final Recommender recommender;
    private int asked;

    WhyNot(Recommender recommender) {
        this.recommender = recommender;
    }

    Optional<Said> of(Scenario scenario, String rule) {
        return ++asked > MOST
                ? Optional.empty()
                : Account.of(recommender, scenario.student(), rule).map(WhyNot::said);
    }

    private static Said said(Account account) {
        Answer answer = account.explanation().answer();
        List<String> clauses = switch (answer) {
            case TRUE -> List.of();
            case FALSE -> account.failed();
            case UNKNOWN -> account.unknown();
        };
        String said = FROM.matcher(clauses.stream().limit(Otherwise.NAMED).collect(Collectors.joining("; ")))
                .replaceAll("");
        return new Said(answer, said.isEmpty() ? "" : Character.toUpperCase(said.charAt(0)) + said.substring(1) + ".");
    }
}
