package signpost.engine.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Rule;
import signpost.engine.vocabulary.Dates;

/**
 * Why a rule fired, did not fire or cannot tell, in sentences. What failed comes first, then what is not known, then what
 * is as the rule asks.
 *
 * @param explanation the same as data
 * @param failed clauses for the conditions that fail; {@code attendance is 93.2% (...), and the rule asks for 90% or below}
 * @param unknown clauses for those that cannot be told
 * @param held clauses for those that hold
 */
public record Account(Explanation explanation, List<String> failed, List<String> unknown, List<String> held) {

    public Account {
        failed = List.copyOf(failed);
        unknown = List.copyOf(unknown);
        held = List.copyOf(held);
    }

    /** Of one rule for one student; nothing when the book has no such rule. */
    public static Optional<Account> of(Recommender recommender, StudentOnDate student, String rule) {
        return recommender
                .book()
                .rule(rule)
                .flatMap(found -> recommender
                        .explain(student, found.name())
                        .map(explanation -> of(recommender, student, found, explanation)));
    }

    private static Account of(Recommender recommender, StudentOnDate student, Rule rule, Explanation explanation) {
        Settled settled = new Settled(
                student, recommender.judge(student), recommender.book().rules());
        Clauses clauses = new Clauses(settled);
        List<String> failed = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> held = new ArrayList<>();
        if (rule.off().isPresent()) {
            failed.add("it is switched off");
        } else if (!rule.inForceOn(student.on())) {
            failed.add("it is not in force on " + Dates.words(student.on()));
        }
        rule.conditions().forEach(condition -> {
            Answer answer = condition.ask(settled);
            List<String> said = answer == Answer.FALSE ? failed : answer == Answer.UNKNOWN ? unknown : held;
            String clause = clauses.say(condition);
            // Two conditions on one fact, such as a range, need it said once.
            if (!said.contains(clause)) {
                said.add(clause);
            }
        });
        return new Account(explanation, failed, unknown, held);
    }

    /** Whether it tells special-category data, which only those may read who may read the facts themselves. */
    public boolean specialCategory() {
        return explanation.conditions().stream()
                .flatMap(condition -> condition.seen().stream())
                .anyMatch(Seen::specialCategory);
    }

    /** A few sentences: {@code Persistent absence did not fire: attendance is ... As it asks, the year group is 10 (...).} */
    public String paragraph() {
        Answer answer = explanation.answer();
        String name = explanation.rule();
        if (answer == Answer.TRUE) {
            return name + " fired: " + String.join("; ", held) + ".";
        }
        List<String> first = answer == Answer.FALSE ? failed : unknown;
        List<String> sentences = new ArrayList<>();
        sentences.add(name + (answer == Answer.FALSE ? " did not fire: " : " cannot tell: ") + String.join("; ", first)
                + ".");
        if (answer == Answer.FALSE && !unknown.isEmpty()) {
            sentences.add("What it could not see: " + String.join("; ", unknown) + ".");
        }
        if (!held.isEmpty()) {
            sentences.add("As it asks, " + String.join("; ", held) + ".");
        }
        return String.join(" ", sentences);
    }
}
