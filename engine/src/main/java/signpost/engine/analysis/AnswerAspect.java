package signpost.engine.analysis;

import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Condition;

/** A condition of which nothing is known but that it answers yes, no or not known: a flag, or a test too rich to cut up. */
final class AnswerAspect extends Aspect {

    private static final Answer[] ANSWERS = Answer.values();

    @Override
    int cells() {
        return ANSWERS.length;
    }

    @Override
    Answer ask(Condition leaf, int cell) {
        return ANSWERS[cell];
    }

    @Override
    boolean real() {
        return false;
    }

    @Override
    String words(int cell) {
        return "";
    }
}
