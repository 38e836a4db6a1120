package signpost.engine.evaluation;

import java.util.List;
import java.util.Locale;
import signpost.engine.profile.Fact;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Subject;
import signpost.engine.rulebook.Test;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Dates;
import signpost.engine.vocabulary.ValueWords;

/** Says one condition of one student as a clause: what is so, and what the rule asks for where that is not so. */
final class Clauses {

    private final Subject subject;

    Clauses(Subject subject) {
        this.subject = subject;
    }

    /** {@code attendance is 93.2% (from the school's MIS, 3 November 2026), and the rule asks for 90% or below}. */
    String say(Condition condition) {
        Condition bare = bare(condition);
        if (bare instanceof Condition.AtLeast group) {
            return group(condition, group);
        }
        Answer answer = condition.ask(subject);
        String state = state(bare);
        if (state.isEmpty()) {
            return generic(condition, answer);
        }
        boolean asks = answer == Answer.FALSE || (answer == Answer.UNKNOWN && bare instanceof Condition.Scores);
        return asks ? state + ", and the rule asks " + asked(condition, bare) : state;
    }

    /** What is so of the student in that respect, whatever the rule asks; empty where only the rule's words can say it. */
    private String state(Condition bare) {
        StudentOnDate student = subject.student();
        if (bare instanceof Condition.OfAttribute of) {
            Fact fact = student.fact(of.attribute().key());
            return of.attribute().called() + " is " + ValueWords.of(of.attribute(), fact) + source(fact);
        }
        if (bare instanceof Condition.Flagged flag) {
            Answer raised = subject.flagged(flag.flag());
            String is = raised == Answer.TRUE ? " is raised" : " is not raised";
            return raised == Answer.UNKNOWN
                    ? "whether the flag \"" + flag.flag() + "\" is raised is not known"
                    : "the flag \"" + flag.flag() + "\"" + is;
        }
        if (bare instanceof Condition.Scores band) {
            return "the " + band.score() + " score is "
                    + subject.score(band.score()).words();
        }
        if (bare instanceof Condition.InTerm) {
            return "it is the " + student.term().words();
        }
        return bare instanceof Condition.Today || bare instanceof Condition.TodayWithin
                ? "today is " + Dates.words(student.on())
                : "";
    }

    private static String source(Fact fact) {
        return fact instanceof Fact.Known known
                ? " (from " + known.source().words() + ", " + Dates.words(known.confirmedOn()) + ")"
                : "";
    }

    private static String asked(Condition condition, Condition bare) {
        String words = condition.words();
        if (bare instanceof Condition.OfAttribute of && condition == bare && comparesValue(of)) {
            String is = of.attribute().called() + " is ";
            if (words.toLowerCase(Locale.ROOT).startsWith(is.toLowerCase(Locale.ROOT))) {
                return "for " + words.substring(is.length());
            }
        }
        return negatedInWords(words) ? "that this is not so: " + words.substring(4) : "that " + words;
    }

    private static boolean comparesValue(Condition.OfAttribute of) {
        return of.test() instanceof Test.OfValue;
    }

    private static String generic(Condition condition, Answer answer) {
        return switch (answer) {
            case TRUE -> condition.words();
            case FALSE -> "the rule asks that " + condition.words() + ", which is not so";
            case UNKNOWN -> "whether " + condition.words() + " is not known";
        };
    }

    private String group(Condition condition, Condition.AtLeast group) {
        boolean none = condition instanceof Condition.Not;
        List<String> parts = group.parts().stream().map(this::inGroup).toList();
        String listed = String.join("; ", parts);
        if (parts.size() == 1 && !none) {
            return say(group.parts().get(0));
        }
        if (condition.ask(subject) == Answer.TRUE && !none) {
            return String.join(
                    " and ",
                    group.parts().stream()
                            .filter(part -> part.ask(subject) == Answer.TRUE)
                            .map(this::say)
                            .toList());
        }
        return asks(group, none) + ": " + listed;
    }

    private String asks(Condition.AtLeast group, boolean none) {
        int size = group.parts().size();
        long so = count(group, Answer.TRUE);
        long unknown = count(group, Answer.UNKNOWN);
        String found = (so == 0 ? "none is so" : so + (so == 1 ? " is so" : " are so"))
                + (unknown == 0 ? "" : " and " + unknown + (unknown == 1 ? " is" : " are") + " not known");
        String wanted = none
                ? "none of these"
                : group.least() == size
                        ? "all of these"
                        : group.least() == 1 ? "one of these" : group.least() + " of these";
        return "the rule asks for " + wanted + ", of which " + found;
    }

    private long count(Condition.AtLeast group, Answer answer) {
        return group.parts().stream()
                .filter(part -> part.ask(subject) == answer)
                .count();
    }

    /** {@code attendance is 90% or below (it is 93.2%)}. */
    private String inGroup(Condition part) {
        Condition bare = bare(part);
        if (bare instanceof Condition.AtLeast) {
            return "(" + say(part) + ")";
        }
        if (bare instanceof Condition.OfAttribute of) {
            Attribute attribute = of.attribute();
            return part.words() + " (it is "
                    + ValueWords.of(attribute, subject.student().fact(attribute.key())) + ")";
        }
        return part.words()
                + switch (part.ask(subject)) {
                    case TRUE -> " (so)";
                    case FALSE -> " (not so)";
                    case UNKNOWN -> " (not known)";
                };
    }

    private static boolean negatedInWords(String words) {
        return words.toLowerCase(Locale.ROOT).startsWith("not ");
    }

    private static Condition bare(Condition condition) {
        return condition instanceof Condition.Not not ? bare(not.part()) : condition;
    }
}
