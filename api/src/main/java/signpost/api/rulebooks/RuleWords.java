package signpost.api.rulebooks;

import java.util.ArrayList;
import java.util.List;
import signpost.api.pages.Capital;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Consequence;
import signpost.engine.rulebook.Due;
import signpost.engine.rulebook.Rule;
import signpost.engine.vocabulary.Dates;

/** Says a rule as it reads in its file, with the interventions' titles. */
public final class RuleWords {

    /**
     * A rule in sentences.
     *
     * @param inForce such as {@code from 1 September 2026}; {@code always} when it has no dates; why not, when it is switched off
     * @param reviewBy the day of its next review; empty when it has none
     * @param origin whose it is, in a trust's book with a school's additions; else empty
     * @param place file and line
     */
    public record Said(
            String name,
            String owner,
            String why,
            String source,
            String inForce,
            String reviewBy,
            String origin,
            String place,
            List<Line> when,
            List<String> then,
            String because) {}

    /** A condition and those inside it. */
    public record Line(String words, List<Line> parts) {}

    private final Catalogue catalogue;

    public RuleWords(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A rule in sentences. */
    public Said of(Rule rule) {
        return new Said(
                rule.name(),
                rule.owner(),
                rule.why(),
                rule.source(),
                inForce(rule),
                rule.reviewBy().map(Dates::words).orElse(""),
                Capital.first(rule.origin().words()),
                rule.place().file() + ", line " + rule.place().line(),
                rule.conditions().stream().map(RuleWords::line).toList(),
                rule.consequences().stream().map(this::consequence).toList(),
                rule.because().words());
    }

    private static Line line(Condition condition) {
        Condition group =
                condition instanceof Condition.Not not && !not.part().parts().isEmpty() ? not.part() : condition;
        boolean single = group instanceof Condition.Not;
        return new Line(
                condition.words(),
                single ? List.of() : group.parts().stream().map(RuleWords::line).toList());
    }

    private String consequence(Consequence consequence) {
        if (consequence instanceof Consequence.RaiseFlag flag) {
            return "flag \"" + flag.flag() + "\" as " + flag.severity().words();
        }
        if (consequence instanceof Consequence.AddPoints added) {
            return "add " + added.points() + (added.points() == 1 ? " point" : " points") + " to " + added.score();
        }
        if (consequence instanceof Consequence.RuleOut out) {
            return "rule out " + intervention(out.intervention());
        }
        Consequence.Recommend recommend = (Consequence.Recommend) consequence;
        List<String> words = new ArrayList<>();
        words.add("recommend " + intervention(recommend.intervention()));
        if (!recommend.occurrence().isEmpty()) {
            words.add("for " + recommend.occurrence());
        }
        recommend.severity().ifPresent(severity -> words.add("as " + severity.words()));
        words.add(due(recommend.due()));
        return String.join(" ", words);
    }

    private String intervention(String code) {
        return catalogue.title(code) + " (" + code + ")";
    }

    private static String due(Due due) {
        if (due instanceof Due.Within within) {
            int days = within.days();
            return days % 7 == 0
                    ? "within " + days / 7 + (days == 7 ? " week" : " weeks")
                    : "within " + days + (days == 1 ? " day" : " days");
        }
        return due instanceof Due.By by ? "by " + Dates.words(by.day()) : "this term";
    }

    private static String inForce(Rule rule) {
        if (rule.off().isPresent()) {
            return "switched off: " + rule.off().orElseThrow();
        }
        if (rule.from().isEmpty() && rule.to().isEmpty()) {
            return "always";
        }
        return (rule.from().map(first -> "from " + Dates.words(first)).orElse("")
                        + rule.to().map(last -> " to " + Dates.words(last)).orElse(""))
                .strip();
    }
}
