package signpost.engine.evaluation;

import java.util.Map;
import java.util.stream.Stream;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Rule;

/** What is to come of a change. */
public sealed interface Aim {

    /** The flag is certainly not raised. */
    record FlagCleared(String flag) implements Aim {}

    /** The rule fires. */
    record RuleFires(String rule) implements Aim {}

    /** The rule certainly does not fire. */
    record RuleStops(String rule) implements Aim {}

    /** The rule can tell, either way. */
    record RuleTells(String rule) implements Aim {}

    /** Whether it is about this rule. */
    default boolean about(Rule rule) {
        if (this instanceof FlagCleared cleared) {
            return rule.flags().anyMatch(flag -> flag.flag().equals(cleared.flag()));
        }
        return rule.name().equalsIgnoreCase(name());
    }

    /** The flag or rule it names. */
    default String name() {
        if (this instanceof FlagCleared cleared) {
            return cleared.flag();
        }
        return this instanceof RuleFires fires
                ? fires.rule()
                : this instanceof RuleStops stops ? stops.rule() : ((RuleTells) this).rule();
    }

    /** Whether it is reached where the rules it is about answer so. */
    default boolean reached(Stream<Rule> rules, Map<String, Answer> answers) {
        return rules.filter(this::about).map(rule -> answers.get(rule.name())).allMatch(answer -> {
            if (this instanceof RuleFires) {
                return answer == Answer.TRUE;
            }
            return this instanceof RuleTells ? answer != Answer.UNKNOWN : answer == Answer.FALSE;
        });
    }
}
