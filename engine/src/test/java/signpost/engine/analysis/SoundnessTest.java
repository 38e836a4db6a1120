package signpost.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import signpost.engine.RandomBook;
import signpost.engine.evaluation.Explanation;
import signpost.engine.evaluation.Recommender;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;

/** What is said of a book is true of every student: rules and students made by chance try to disprove it. */
class SoundnessTest {

    private static final int BOOKS = Boolean.getBoolean("signpost.thorough") ? 200 : 4;
    private static final int STUDENTS = 100;
    private static final int RULES = 14;

    @Test
    void whatNeverFiresNeverFiresAndWhatIsImpliedHolds() {
        int dead = 0;
        int implied = 0;
        for (int seed = 0; seed < BOOKS; seed++) {
            RandomBook chance = new RandomBook(seed);
            RuleBook book = chance.book(RULES).read();
            List<Map<String, Answer>> answers = answers(book, chance);
            Aspects aspects = Aspects.of(book.rules());
            for (Rule rule : book.rules()) {
                for (Want want : List.of(Want.TRUE, Want.NOT_FALSE)) {
                    if (Search.none(aspects, Goal.rule(rule, want))) {
                        dead++;
                        assertThat(answers).as("book %d, %s", seed, rule).noneMatch(of -> want.accepts(of(of, rule)));
                    }
                }
                for (Rule other : book.rules()) {
                    if (other != rule && Implication.holds(aspects, rule, other)) {
                        implied++;
                        assertThat(answers)
                                .as("book %d, %s, implied %s", seed, rule, other)
                                .allMatch(of -> (of(of, rule) != Answer.TRUE || of(of, other) == Answer.TRUE)
                                        && (of(of, rule) == Answer.FALSE || of(of, other) != Answer.FALSE));
                    }
                }
            }
        }
        assertThat(dead).isGreaterThan(BOOKS);
        assertThat(implied).isGreaterThan(BOOKS);
    }

    @Test
    void aConditionThatSaysNothingCanBeTakenOut() {
        int empty = 0;
        for (int seed = 1000; seed < 1000 + BOOKS; seed++) {
            RandomBook chance = new RandomBook(seed);
            RuleBook book = chance.book(RULES).read();
            Aspects aspects = Aspects.of(book.rules());
            for (Rule rule : book.rules()) {
                for (Condition condition : rule.conditions()) {
                    List<Condition> others = new ArrayList<>(rule.conditions());
                    others.remove(condition);
                    if (Implication.holds(aspects, others, List.of(condition))) {
                        empty++;
                        Recommender with = new Recommender(book);
                        List<StudentOnDate> students =
                                Stream.generate(chance::student).limit(STUDENTS).toList();
                        Recommender without = new Recommender(Books.with(book, rule, others));
                        for (StudentOnDate student : students) {
                            assertThat(with.explain(student, rule.name())
                                            .orElseThrow()
                                            .answer())
                                    .as("book %d, %s without %s", seed, rule, condition)
                                    .isEqualTo(without.explain(student, rule.name())
                                            .orElseThrow()
                                            .answer());
                        }
                    }
                }
            }
        }
        assertThat(empty).isGreaterThan(BOOKS / 10);
    }

    private static Answer of(Map<String, Answer> answers, Rule rule) {
        return answers.getOrDefault(rule.name(), Answer.FALSE);
    }

    private static List<Map<String, Answer>> answers(RuleBook book, RandomBook chance) {
        Recommender recommender = new Recommender(book);
        List<Map<String, Answer>> answers = new ArrayList<>();
        for (int number = 0; number < STUDENTS; number++) {
            Map<String, Answer> one = new HashMap<>();
            for (Explanation explanation : recommender.explain(chance.student())) {
                one.put(explanation.rule(), explanation.answer());
            }
            answers.add(one);
        }
        return answers;
    }
}
