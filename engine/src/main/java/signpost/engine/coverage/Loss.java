package signpost.engine.coverage;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import signpost.engine.evaluation.ConditionRead;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.Test;
import signpost.engine.vocabulary.Attribute;

/**
 * Something a rule reads that may not be known, and then the rule cannot tell.
 *
 * @param words as a sentence names it
 * @param title as an explanation names it
 */
record Loss(String words, String title) {

    private record Tally(int held, int possible) {}

    /** Everything a rule may miss; what can never leave it at a loss is not among them. */
    static List<Loss> of(Rule rule) {
        return rule.allConditions()
                .flatMap(Loss::of)
                .distinct()
                .filter(loss -> loss.canMatter(rule))
                .toList();
    }

    private static Stream<Loss> of(Condition leaf) {
        if (leaf instanceof Condition.OfAttribute of) {
            return Stream.of(of(of.attribute()));
        }
        if (leaf instanceof Condition.Changed changed) {
            Attribute attribute = changed.attribute();
            return Stream.of(
                    of(attribute), new Loss(attribute.called() + " of last term", attribute.title() + " last term"));
        }
        if (leaf instanceof Condition.Scores scores) {
            return Stream.of(new Loss("the " + scores.score() + " score", scores.score() + " score"));
        }
        if (leaf instanceof Condition.Flagged flagged) {
            return Stream.of(new Loss("the flag \"" + flagged.flag() + "\"", "Flag \"" + flagged.flag() + "\""));
        }
        return leaf instanceof Condition.FlaggedLastTerm last
                ? Stream.of(new Loss(
                        "the flag \"" + last.flag() + "\" of last term", "Flag \"" + last.flag() + "\" last term"))
                : Stream.empty();
    }

    private static Loss of(Attribute attribute) {
        return new Loss(attribute.called(), attribute.title());
    }

    /** Whether the scenario leaves this open, and this alone or together with others of the same condition. */
    boolean shownBy(Showing showing) {
        List<ConditionRead> open = showing.explanation().conditions().stream()
                .filter(read -> read.answer() == Answer.UNKNOWN)
                .toList();
        return showing.explanation().answer() == Answer.UNKNOWN
                && open.stream()
                        .anyMatch(read -> read.seen().stream()
                                .anyMatch(seen -> !seen.known() && seen.title().equals(title)));
    }

    /** Whether a condition reads what {@code leaf} reads. */
    static boolean reads(Condition condition, Condition leaf) {
        return condition.parts().isEmpty()
                ? same(condition, leaf)
                : condition.parts().stream().anyMatch(part -> reads(part, leaf));
    }

    private static boolean same(Condition one, Condition other) {
        return of(one).anyMatch(of(other).toList()::contains);
    }

    private boolean canMatter(Rule rule) {
        List<Set<Answer>> answers =
                rule.conditions().stream().map(this::answers).toList();
        return answers.stream().noneMatch(Set.of(Answer.FALSE)::equals)
                && answers.stream().anyMatch(possible -> possible.contains(Answer.UNKNOWN));
    }

    /** What a condition can answer while this is not known and everything else is. */
    private Set<Answer> answers(Condition condition) {
        if (condition instanceof Condition.Not not) {
            Set<Answer> answers = EnumSet.noneOf(Answer.class);
            answers(not.part()).forEach(answer -> answers.add(answer.not()));
            return answers;
        }
        if (condition instanceof Condition.AtLeast group) {
            return answers(group);
        }
        if (of(condition).noneMatch(this::equals)) {
            return EnumSet.of(Answer.TRUE, Answer.FALSE);
        }
        if (condition instanceof Condition.OfAttribute of) {
            return EnumSet.of(
                    of.test() instanceof Test.IsKnown
                            ? Answer.FALSE
                            : of.test() instanceof Test.NotConfirmedSince ? Answer.TRUE : Answer.UNKNOWN);
        }
        return EnumSet.of(Answer.UNKNOWN);
    }

    private Set<Answer> answers(Condition.AtLeast group) {
        Set<Tally> tallies = Set.of(new Tally(0, 0));
        for (Condition part : group.parts()) {
            Set<Tally> next = new HashSet<>();
            for (Tally tally : tallies) {
                for (Answer answer : answers(part)) {
                    next.add(new Tally(
                            tally.held() + (answer == Answer.TRUE ? 1 : 0),
                            tally.possible() + (answer == Answer.FALSE ? 0 : 1)));
                }
            }
            tallies = next;
        }
        Set<Answer> answers = EnumSet.noneOf(Answer.class);
        for (Tally tally : tallies) {
            answers.add(
                    tally.held() >= group.least()
                            ? Answer.TRUE
                            : tally.possible() < group.least() ? Answer.FALSE : Answer.UNKNOWN);
        }
        return answers;
    }
}
