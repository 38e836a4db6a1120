package signpost.engine.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;

/**
 * The different conditions of a book, numbered, so that each is asked once of a student however many rules share it.
 * Conditions with equal ids are one question.
 */
final class Questions {

    /**
     * A condition and its number.
     *
     * @param rules how many rules ask it
     */
    record Question(int number, Condition condition, int rules) {}

    private final Map<String, Question> byId = new HashMap<>();

    Questions(List<Rule> rules) {
        for (Rule rule : rules) {
            for (Condition condition : rule.conditions()) {
                byId.merge(
                        condition.id(),
                        new Question(byId.size(), condition, 1),
                        (known, again) -> new Question(known.number(), known.condition(), known.rules() + 1));
            }
        }
    }

    int count() {
        return byId.size();
    }

    Question of(Condition condition) {
        Question question = byId.get(condition.id());
        if (question == null) {
            throw new IllegalArgumentException("not a condition of this book: " + condition.words());
        }
        return question;
    }
}
