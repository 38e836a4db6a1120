package signpost.engine.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Source;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.Subject;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.ValueWords;

/** Says what each condition of a rule saw, asking the same tests Drools asked. */
final class Explainer {

    private Explainer() {}

    static Explanation explain(ReadyRule ready, Answer answer, Subject subject) {
        Rule rule = ready.rule();
        List<ConditionRead> conditions = new ArrayList<>();
        for (Condition condition : rule.conditions()) {
            conditions.add(new ConditionRead(
                    ready.words().get(conditions.size()), condition.ask(subject), seen(condition, subject)));
        }
        return new Explanation(
                rule.name(),
                rule.topic(),
                rule.why(),
                rule.source(),
                ready.severity(),
                answer,
                rule.because().say(subject),
                conditions);
    }

    /** A group says its parts, and a group within it stands in brackets: "any of: A; (all of: B; C)". */
    static String words(Condition condition) {
        List<Condition> parts = condition.parts();
        if (parts.size() == 1 && parts.get(0).words().equals(condition.words())) {
            return words(parts.get(0));
        }
        // "not attendance is known" has said its part already.
        if (condition instanceof Condition.Not && parts.get(0).parts().isEmpty()) {
            return condition.words();
        }
        List<String> inside =
                parts.stream().map(Explainer::wordsInside).distinct().toList();
        return inside.isEmpty() || inside.equals(List.of(condition.words()))
                ? condition.words()
                : condition.words() + " " + String.join("; ", inside);
    }

    private static String wordsInside(Condition part) {
        String words = words(part);
        return words.equals(part.words()) ? words : "(" + words + ")";
    }

    private static List<Seen> seen(Condition condition, Subject subject) {
        return leaves(condition).stream()
                .flatMap(leaf -> seenBy(leaf, subject))
                .distinct()
                .toList();
    }

    private static List<Condition> leaves(Condition condition) {
        if (condition.parts().isEmpty()) {
            return List.of(condition);
        }
        List<Condition> leaves = new ArrayList<>();
        condition.parts().forEach(part -> leaves.addAll(leaves(part)));
        return leaves;
    }

    private static Stream<Seen> seenBy(Condition leaf, Subject subject) {
        if (leaf instanceof Condition.OfAttribute of) {
            return seenOf(of.attribute(), subject);
        }
        if (leaf instanceof Condition.Changed changed) {
            String key = changed.attribute().key();
            return Stream.of(
                    seen(changed.attribute(), subject.student().fact(key)),
                    lastTerm(changed.attribute(), subject.student().history().lastTerm(key)));
        }
        if (leaf instanceof Condition.FlaggedLastTerm last) {
            return Stream.of(
                    earlier("Flag \"" + last.flag() + "\" last term", leaf.ask(subject), "raised", "not raised"));
        }
        if (leaf instanceof Condition.Helped helped) {
            return Stream.of(earlier(
                    helped.intervention() + " " + helped.words().replaceFirst("(?i)^\\S+ was (not )?", ""),
                    leaf.ask(subject),
                    "yes",
                    "no"));
        }
        if (leaf instanceof Condition.Scores scores) {
            Subject.Points points = subject.score(scores.score());
            return Stream.concat(
                    Stream.of(gathered(scores.score() + " score", points.words(), points.least() == points.most())),
                    subject.added(scores.score()).stream()
                            .map(added -> gathered(
                                    added.rule(),
                                    (added.points() == 1 ? "1 point" : added.points() + " points")
                                            + (added.certain() ? "" : " if it holds, which is not known"),
                                    // What to ask for is the score; its rules only say where points come from.
                                    true)));
        }
        if (leaf instanceof Condition.Flagged flagged) {
            Answer answer = subject.flagged(flagged.flag());
            String words =
                    answer == Answer.UNKNOWN ? ValueWords.NOT_KNOWN : answer == Answer.TRUE ? "raised" : "not raised";
            return Stream.of(gathered("Flag \"" + flagged.flag() + "\"", words, answer != Answer.UNKNOWN));
        }
        return Stream.empty();
    }

    /** What is worked out shows what it is worked out from. */
    private static Stream<Seen> seenOf(Attribute attribute, Subject subject) {
        Fact fact = subject.student().fact(attribute.key());
        boolean stated = fact instanceof Fact.Known known && known.source() != Source.WORKED_OUT;
        // Where an import can state it, what is missing is the attribute itself and not what it would follow from.
        boolean askedFor = fact instanceof Fact.Unknown && !attribute.columns().isEmpty();
        if (attribute.workedOut().isEmpty() || stated || askedFor) {
            return Stream.of(seen(attribute, fact));
        }
        return Stream.concat(
                Stream.of(seen(attribute, fact)), attribute.inputs().stream().flatMap(input -> seenOf(input, subject)));
    }

    private static Seen earlier(String title, Answer answer, String yes, String no) {
        String words = answer == Answer.UNKNOWN ? ValueWords.NOT_KNOWN : answer == Answer.TRUE ? yes : no;
        return gathered(title, words, answer != Answer.UNKNOWN);
    }

    private static Seen lastTerm(Attribute attribute, Fact fact) {
        Seen then = seen(attribute, fact);
        return new Seen(
                then.attribute(),
                then.title() + " last term",
                then.value(),
                then.known(),
                then.source(),
                then.confirmedOn(),
                then.specialCategory());
    }

    private static Seen gathered(String title, String value, boolean known) {
        return new Seen("", title, value, known, Optional.empty(), Optional.empty(), false);
    }

    private static Seen seen(Attribute attribute, Fact fact) {
        Optional<Fact.Known> known = fact instanceof Fact.Known found ? Optional.of(found) : Optional.empty();
        return new Seen(
                attribute.key(),
                attribute.title(),
                ValueWords.of(attribute, fact),
                known.isPresent(),
                known.map(found -> found.source().words()),
                known.map(Fact.Known::confirmedOn),
                attribute.specialCategory());
    }
}
