package signpost.engine.change;

import java.util.List;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.rulebook.Consequence;
import signpost.engine.rulebook.Due;
import signpost.engine.rulebook.Severity;
import signpost.engine.vocabulary.Dates;

/** What a rule does, and what is otherwise about it. */
final class ConsequenceChanges {

    private final Catalogue before;
    private final Catalogue after;
    private final Details details;

    ConsequenceChanges(Catalogue before, Catalogue after, Details details) {
        this.before = before;
        this.after = after;
        this.details = details;
    }

    void between(List<Consequence> was, List<Consequence> is) {
        Pairs<Consequence> pairs = Pairs.by(ConsequenceChanges::subject, was, is);
        pairs.both().forEach(pair -> changed(pair.before(), pair.after()));
        pairs.gone().forEach(one -> details.say("no longer: " + words(one, before)));
        pairs.come().forEach(one -> details.say("new: " + words(one, after)));
    }

    private void changed(Consequence was, Consequence is) {
        if (was instanceof Consequence.RaiseFlag old && is instanceof Consequence.RaiseFlag flag) {
            details.otherwise(
                    "flag \"" + flag.flag() + "\"",
                    old.severity().words(),
                    flag.severity().words());
        } else if (was instanceof Consequence.AddPoints old && is instanceof Consequence.AddPoints points) {
            details.otherwise(
                    "points to " + points.score(), Integer.toString(old.points()), Integer.toString(points.points()));
        } else if (was instanceof Consequence.Recommend old && is instanceof Consequence.Recommend recommend) {
            String name = "recommend " + named(recommend.intervention(), after);
            details.otherwise(name, due(old.due()), due(recommend.due()));
            details.otherwise(name + ", priority", priority(old), priority(recommend));
        }
    }

    private static String priority(Consequence.Recommend recommend) {
        return recommend.severity().map(Severity::words).orElse("that of its flags");
    }

    private static String subject(Consequence one) {
        if (one instanceof Consequence.RaiseFlag flag) {
            return "flag " + flag.flag();
        }
        if (one instanceof Consequence.AddPoints points) {
            return "points " + points.score();
        }
        if (one instanceof Consequence.Recommend recommend) {
            return "recommend " + recommend.intervention() + " " + recommend.occurrence();
        }
        return one instanceof Consequence.RuleOut out ? "rule out " + out.intervention() : one.toString();
    }

    /** As a rule says it, an intervention with its title. */
    static String words(Consequence one, Catalogue catalogue) {
        if (one instanceof Consequence.RaiseFlag flag) {
            return "flag \"" + flag.flag() + "\" as " + flag.severity().words();
        }
        if (one instanceof Consequence.AddPoints points) {
            return "add " + points.points() + (points.points() == 1 ? " point" : " points") + " to " + points.score();
        }
        if (one instanceof Consequence.Recommend recommend) {
            return "recommend " + named(recommend.intervention(), catalogue)
                    + recommend
                            .severity()
                            .map(severity -> " as " + severity.words())
                            .orElse("")
                    + (recommend.occurrence().isEmpty() ? "" : " for \"" + recommend.occurrence() + "\"")
                    + " " + due(recommend.due());
        }
        return one instanceof Consequence.RuleOut out
                ? "rule out " + named(out.intervention(), catalogue)
                : one.toString();
    }

    private static String named(String code, Catalogue catalogue) {
        return catalogue
                .intervention(code)
                .map(known -> code + " (" + known.title() + ")")
                .orElse(code);
    }

    private static String due(Due due) {
        if (due instanceof Due.Within within) {
            boolean weeks = within.days() % 7 == 0;
            int count = weeks ? within.days() / 7 : within.days();
            return "within " + count + (weeks ? " week" : " day") + (count == 1 ? "" : "s");
        }
        return due instanceof Due.By by ? "by " + Dates.words(by.day()) : "this term";
    }
}
