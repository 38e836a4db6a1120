package signpost.api.interviews;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Sight;
import signpost.api.recommendations.State;
import signpost.engine.evaluation.Judgement;
import signpost.engine.profile.Fact;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.ValueWords;

/**
 * What an interview changed, in words, as far as somebody may see it.
 *
 * @param facts such as {@code Post-16 plan: applied (was: not known)}
 * @param waits whether the rules have still to look at it
 */
record Changes(
        List<String> facts,
        List<String> raised,
        List<String> cleared,
        List<String> suggested,
        List<String> withdrawn,
        boolean waits)
        implements Serializable {

    private static final long serialVersionUID = 1;

    Changes {
        facts = List.copyOf(facts);
        raised = List.copyOf(raised);
        cleared = List.copyOf(cleared);
        suggested = List.copyOf(suggested);
        withdrawn = List.copyOf(withdrawn);
    }

    static Changes between(Snapshot before, Snapshot after, RuleBook book, Sight sight) {
        Map<UUID, State> then =
                before.recommendations().stream().collect(Collectors.toMap(Recommendation::id, Recommendation::state));
        List<Recommendation> seen = after.recommendations().stream()
                .filter(one -> sight.sees(one.shown()))
                .toList();
        return new Changes(
                facts(before, after, book, sight),
                flags(after, before, sight),
                flags(before, after, sight),
                seen.stream()
                        .filter(one -> one.state() == State.SUGGESTED && then.get(one.id()) != State.SUGGESTED)
                        .map(one -> title(book, one) + ": " + sight.because(one.shown()))
                        .toList(),
                seen.stream()
                        .filter(one -> one.state() == State.WITHDRAWN && then.get(one.id()) != State.WITHDRAWN)
                        .map(one -> title(book, one)
                                + one.withdrawnBecause()
                                        .map(because -> ": " + because)
                                        .orElse(""))
                        .toList(),
                after.waits());
    }

    public boolean nothing() {
        return facts.isEmpty() && raised.isEmpty() && cleared.isEmpty() && suggested.isEmpty() && withdrawn.isEmpty();
    }

    private static List<String> facts(Snapshot before, Snapshot after, RuleBook book, Sight sight) {
        List<String> facts = new ArrayList<>();
        for (Attribute attribute : book.vocabulary().attributes()) {
            Fact old = before.profile().fact(attribute.key());
            Fact now = after.profile().fact(attribute.key());
            String was = ValueWords.of(attribute, old);
            String is = ValueWords.of(attribute, now);
            if (sight.sees(attribute) && !was.equals(is)) {
                facts.add(attribute.title() + ": " + is + " (was: " + was + ")");
            }
        }
        return facts;
    }

    /** Those of {@code some} that {@code others} do not have. */
    private static List<String> flags(Snapshot some, Snapshot others, Sight sight) {
        Set<String> known = others.standing().flags().stream()
                .map(Judgement.RaisedFlag::flag)
                .collect(Collectors.toSet());
        return some.standing().flags().stream()
                .filter(flag -> sight.sees(flag) && !known.contains(flag.flag()))
                .map(Judgement.RaisedFlag::flag)
                .toList();
    }

    private static String title(RuleBook book, Recommendation one) {
        return book.catalogue().title(one.intervention());
    }
}
