package signpost.engine.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;

/**
 * Judges students by a book. Immutable and safe to share between threads; holds no state of any student between calls.
 */
public final class Recommender {

    /** Students judged in one Drools session: the measured best of new-session cost against memory. */
    private static final int BATCH = 100;

    private final RuleBook book;
    private final ReadyBook ready;
    private final List<Network> networks = new ArrayList<>();

    public Recommender(RuleBook book) {
        this.book = book;
        this.ready = new ReadyBook(book);
        int first = 0;
        for (List<Rule> stratum : book.strata()) {
            networks.add(new Network(stratum, first, ready.questions()));
            first += stratum.size();
        }
    }

    public RuleBook book() {
        return book;
    }

    /** One judgement a student, in the order given. */
    public List<Judgement> judge(List<StudentOnDate> students) {
        List<Judgement> judgements = new ArrayList<>(students.size());
        Gathering gathering = new Gathering(ready);
        for (int from = 0; from < students.size(); from += BATCH) {
            for (Judged judged : judgeBatch(students.subList(from, Math.min(from + BATCH, students.size())))) {
                judgements.add(gathering.judgement(judged));
            }
        }
        return judgements;
    }

    public Judgement judge(StudentOnDate student) {
        return judge(List.of(student)).get(0);
    }

    /** Every rule of the book for one student: why it fired, why not, or what it would have to know. */
    public List<Explanation> explain(StudentOnDate student) {
        return explain(judgeBatch(List.of(student)).get(0), rule -> true);
    }

    /**
     * Some rules for each of many students.
     *
     * @param wanted for each student, the names of the rules to explain
     * @return for each student, those rules in the order of the book
     */
    public List<List<Explanation>> explain(List<StudentOnDate> students, List<Set<String>> wanted) {
        List<List<Explanation>> explanations = new ArrayList<>(students.size());
        for (int from = 0; from < students.size(); from += BATCH) {
            for (Judged judged : judgeBatch(students.subList(from, Math.min(from + BATCH, students.size())))) {
                Set<String> names = wanted.get(explanations.size());
                explanations.add(explain(judged, rule -> names.contains(rule.name())));
            }
        }
        return explanations;
    }

    private List<Explanation> explain(Judged judged, Predicate<Rule> wanted) {
        List<Explanation> explanations = new ArrayList<>();
        for (int number = 0; number < ready.rules().size(); number++) {
            ReadyRule rule = ready.rules().get(number);
            if (wanted.test(rule.rule())) {
                explanations.add(Explainer.explain(rule, judged.answer(number), judged));
            }
        }
        return explanations;
    }

    /** One rule for one student. */
    public Optional<Explanation> explain(StudentOnDate student, String rule) {
        return explain(student).stream()
                .filter(explanation -> explanation.rule().equalsIgnoreCase(rule))
                .findFirst();
    }

    private List<Judged> judgeBatch(List<StudentOnDate> students) {
        List<Judged> batch = new ArrayList<>(students.size());
        for (StudentOnDate student : students) {
            batch.add(new Judged(ready, book.vocabulary().complete(student)));
        }
        networks.forEach(network -> network.judge(batch));
        batch.forEach(Judged::settle);
        return batch;
    }
}
