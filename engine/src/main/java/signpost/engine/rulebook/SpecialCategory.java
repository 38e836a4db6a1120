package signpost.engine.rulebook;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import signpost.engine.vocabulary.Attribute;

/** Follows special-category data through flags and scores to every rule that rests on it. */
final class SpecialCategory {

    private final Set<String> rules = new HashSet<>();
    private final Set<String> flags = new HashSet<>();
    private final Set<String> scores = new HashSet<>();

    private SpecialCategory() {}

    /** The names of those that rest on it. */
    static Set<String> resting(List<Rule> all) {
        SpecialCategory found = new SpecialCategory();
        int before;
        // A reason may say a score that later rules add to, so once through is not enough.
        do {
            before = found.rules.size();
            all.stream().filter(found::rests).forEach(found::take);
        } while (found.rules.size() > before);
        return Set.copyOf(found.rules);
    }

    private void take(Rule rule) {
        rules.add(rule.name());
        rule.flags().forEach(flag -> flags.add(flag.flag()));
        rule.points().forEach(points -> scores.add(points.score()));
    }

    private boolean rests(Rule rule) {
        return rule.allConditions().anyMatch(this::rests)
                || rule.because().attributes().anyMatch(Attribute::specialCategory)
                || rule.because().scores().anyMatch(scores::contains);
    }

    private boolean rests(Condition condition) {
        if (condition instanceof Condition.OfAttribute of) {
            return of.attribute().specialCategory();
        }
        if (condition instanceof Condition.Changed changed) {
            return changed.attribute().specialCategory();
        }
        if (condition instanceof Condition.FlaggedLastTerm last) {
            return flags.contains(last.flag());
        }
        if (condition instanceof Condition.Flagged flagged) {
            return flags.contains(flagged.flag());
        }
        return condition instanceof Condition.Scores score && scores.contains(score.score());
    }
}
