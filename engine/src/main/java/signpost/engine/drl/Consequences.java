package signpost.engine.drl;

import signpost.engine.rulebook.Consequence;
import signpost.engine.rulebook.Rule;

/** Writes what a rule does as calls of the preamble's functions. */
final class Consequences {

    private Consequences() {}

    static String certain(Rule rule, Consequence consequence) {
        if (consequence instanceof Consequence.RaiseFlag flag) {
            return "raise( $j, " + Written.literal(flag.flag()) + ", "
                    + flag.severity().weight() + " );";
        }
        if (consequence instanceof Consequence.AddPoints adds) {
            return "add( $j, " + adds.points() + ", " + Written.literal(adds.score()) + " );";
        }
        if (consequence instanceof Consequence.Recommend recommend) {
            return "recommend( $j, " + Written.literal(recommend.intervention()) + ", "
                    + Written.literal(recommend.occurrence()) + ", "
                    + recommend.severity().orElseGet(rule::severity).weight() + ", " + Days.of(recommend.due()) + " );";
        }
        if (consequence instanceof Consequence.RuleOut out) {
            return "$j.getRuledOut().add( " + Written.literal(out.intervention()) + " );";
        }
        throw new IllegalArgumentException("no DRL for " + consequence.getClass());
    }

    static String possible(Consequence consequence) {
        if (consequence instanceof Consequence.RaiseFlag flag) {
            return "mayRaise( $j, " + Written.literal(flag.flag()) + " );";
        }
        if (consequence instanceof Consequence.AddPoints adds) {
            return "mayAdd( $j, " + adds.points() + ", " + Written.literal(adds.score()) + " );";
        }
        if (consequence instanceof Consequence.Recommend recommend) {
            return "$j.getMayBeRecommended().add( " + Written.literal(recommend.intervention()) + " );";
        }
        if (consequence instanceof Consequence.RuleOut out) {
            return "$j.getMayBeRuledOut().add( " + Written.literal(out.intervention()) + " );";
        }
        throw new IllegalArgumentException("no DRL for " + consequence.getClass());
    }
}
