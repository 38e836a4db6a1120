package signpost.engine.change;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import signpost.engine.rulebook.Condition;

/** What is otherwise among the conditions of a rule or group. */
final class ConditionChanges {

    private static final String IS = " is ";

    private final Details details;

    ConditionChanges(Details details) {
        this.details = details;
    }

    void between(List<Condition> before, List<Condition> after) {
        between(before, after, "");
    }

    /**
     * INVARIANT: equal words count as the same even if they ask something else: then the vocabulary changed, and that is told
     * of the vocabulary.
     */
    private void between(List<Condition> before, List<Condition> after, String where) {
        Pairs<Condition> same = Pairs.by(ConditionWords::meaning, before, after);
        Pairs<Condition> worded =
                Pairs.by(one -> ConditionWords.sentence(one).toLowerCase(Locale.ROOT), same.gone(), same.come());
        Pairs<Condition> near = Pairs.by(ConditionWords::aspect, worded.gone(), worded.come());
        Pairs<Condition> far = Pairs.by(ConditionWords::subject, near.gone(), near.come());
        Stream.concat(near.both().stream(), far.both().stream())
                .forEach(pair -> changed(pair.before(), pair.after(), where));
        far.gone()
                .forEach(one -> details.say(where + "condition taken away: \"" + ConditionWords.sentence(one) + "\""));
        far.come().forEach(one -> details.say(where + "condition added: \"" + ConditionWords.sentence(one) + "\""));
    }

    private void changed(Condition before, Condition after, String where) {
        List<Condition> inside = ConditionWords.inside(before);
        if (inside.isEmpty()) {
            details.say(where + said(before, after));
            return;
        }
        if (!ConditionWords.heading(before).equals(ConditionWords.heading(after))) {
            details.say(where + "\"" + before.words() + "\" \u2192 \"" + after.words() + "\"");
        }
        between(inside, ConditionWords.inside(after), where + "under \"" + after.words() + "\" ");
    }

    /** {@code attendance: 90% or below → 92% or below}, where both begin with the name of what they speak of. */
    private static String said(Condition before, Condition after) {
        String begins = ConditionWords.name(before) + IS;
        boolean alike = begins.length() > IS.length() && begins(before, begins) && begins(after, begins);
        return alike
                ? before.words().substring(0, begins.length() - IS.length()) + ": " + rest(before, begins) + " \u2192 "
                        + rest(after, begins)
                : "\"" + before.words() + "\" \u2192 \"" + after.words() + "\"";
    }

    private static boolean begins(Condition condition, String beginning) {
        return condition.words().regionMatches(true, 0, beginning, 0, beginning.length());
    }

    private static String rest(Condition condition, String beginning) {
        return condition.words().substring(beginning.length());
    }
}
