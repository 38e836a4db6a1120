package signpost.engine.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Subject;

/**
 * The one fact a session holds for a student: Drools' conditions read it and its consequences mark it. Flags and points
 * of a rule are read only by later strata, so the order of firing never matters. Once judged it no longer changes.
 */
final class Judged implements Subject {

    private static final int USUAL = 12;

    private final ReadyBook book;
    private final StudentOnDate student;
    /** By number of the question; null until it is asked. */
    private final @Nullable Answer[] answers;
    /** What Drools found: twice the rule's number, and one more when it is certain; sorted when read in order. */
    private int[] found = new int[USUAL];

    private int count;

    Judged(ReadyBook book, StudentOnDate student) {
        this.book = book;
        this.student = student;
        this.answers = new @Nullable Answer[book.questions().count()];
    }

    /**
     * Asks a condition, once. INVARIANT: what it reads is settled, for its rules stand in a stratum after those that raise
     * its flags and give its points.
     */
    Answer ask(Questions.Question question) {
        Answer known = answers[question.number()];
        if (known == null) {
            known = question.condition().ask(this);
            answers[question.number()] = known;
        }
        return known;
    }

    /** Whether every one of these holds. */
    boolean allTrue(List<Questions.Question> questions) {
        for (int at = 0; at < questions.size(); at++) {
            if (ask(questions.get(at)) != Answer.TRUE) {
                return false;
            }
        }
        return true;
    }

    /** Called by Drools when every condition of a rule holds. */
    void fired(int rule) {
        found(2 * rule + 1);
    }

    /** Called by Drools when no condition of a rule fails, but not all are known to hold. */
    void cannotTell(int rule) {
        found(2 * rule);
    }

    private void found(int rule) {
        if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = rule;
    }

    /** Puts what was found in the order of the book, whatever the order of firing was. */
    void settle() {
        Arrays.sort(found, 0, count);
    }

    int count() {
        return count;
    }

    /** The rule found at a position. */
    ReadyRule rule(int at) {
        return book.rules().get(found[at] >> 1);
    }

    boolean isCertain(int at) {
        return (found[at] & 1) == 1;
    }

    Answer answer(int rule) {
        int at = Arrays.binarySearch(found, 0, count, 2 * rule);
        if (at >= 0) {
            return Answer.UNKNOWN;
        }
        int next = -at - 1;
        return Answer.of(next < count && found[next] == 2 * rule + 1);
    }

    @Override
    public StudentOnDate student() {
        return student;
    }

    @Override
    public Answer flagged(String flag) {
        Answer answer = Answer.FALSE;
        for (int at = 0; at < count && answer != Answer.TRUE; at++) {
            if (rule(at).raises(flag)) {
                answer = isCertain(at) ? Answer.TRUE : Answer.UNKNOWN;
            }
        }
        return answer;
    }

    @Override
    public Points score(String score) {
        int least = 0;
        int most = 0;
        for (int at = 0; at < count; at++) {
            int points = rule(at).pointsTo(score);
            least += isCertain(at) ? points : 0;
            most += points;
        }
        return most == 0 ? Points.NONE : new Points(least, most);
    }

    @Override
    public List<Added> added(String score) {
        List<Added> added = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            for (var adds : rule(at).points()) {
                if (adds.score().equals(score)) {
                    added.add(new Added(rule(at).rule().name(), adds.points(), isCertain(at)));
                }
            }
        }
        return added;
    }
}
