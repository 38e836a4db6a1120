package signpost.api.trials;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import signpost.api.recommendations.StudentsJudged;
import signpost.engine.evaluation.Account;
import signpost.engine.evaluation.Difference;
import signpost.engine.evaluation.Explanation;
import signpost.engine.evaluation.Recommender;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Answer;

/** One student by the book in force and by a draft, rule by rule. */
@Service
class BeforeAndAfter {

    private final StudentsJudged judged;
    private final Clock clock;

    BeforeAndAfter(StudentsJudged judged, Clock clock) {
        this.judged = judged;
        this.clock = clock;
    }

    /** What changes, in lines, and each rule behind it. */
    record Told(List<String> more, List<String> less, List<Rule> rules) {}

    /** A rule by both books. */
    record Rule(String name, String before, String after) {}

    /** For whoever may see every fact of the student. */
    Told of(UUID school, Books books, UUID student) {
        LocalDate today = LocalDate.now(clock);
        StudentOnDate then = judged.on(school, books.inForce().book(), List.of(student), today)
                .get(0);
        StudentOnDate now = books.readAlike()
                ? then
                : judged.on(school, books.draft().book(), List.of(student), today)
                        .get(0);
        Difference difference =
                Difference.between(books.inForce().judge(then), books.draft().judge(now));
        List<Rule> rules = new ArrayList<>();
        for (String rule : behind(difference, books, then, now)) {
            rules.add(new Rule(rule, said(books.inForce(), then, rule), said(books.draft(), now, rule)));
        }
        return new Told(lines(books, difference, true), lines(books, difference, false), rules);
    }

    private static List<String> lines(Books books, Difference difference, boolean gained) {
        List<String> lines = new ArrayList<>();
        for (Part part : List.of(Part.FLAG, Part.RECOMMENDATION, Part.CANNOT_TELL)) {
            part.of(difference).stream()
                    .filter(move -> move.gained() == gained)
                    .forEach(move -> lines.add(words(part) + ImpactView.title(books, part, move.name())));
        }
        if (gained) {
            difference
                    .severities()
                    .forEach((flag, now) -> lines.add("Flag " + flag + ": "
                            + now.before().words() + " becomes " + now.after().words()));
            difference
                    .scores()
                    .forEach((score, now) -> lines.add("Score " + score + ": "
                            + now.before().words() + " becomes " + now.after().words()));
        }
        return lines;
    }

    private static String words(Part part) {
        return part == Part.CANNOT_TELL ? "Cannot tell: " : part.head() + ": ";
    }

    /** The rules that say what changes, and those that answer otherwise. */
    private static Set<String> behind(Difference difference, Books books, StudentOnDate then, StudentOnDate now) {
        Set<String> rules = new LinkedHashSet<>();
        difference.gained().forEach(said -> rules.addAll(said.rules()));
        difference.lost().forEach(said -> rules.addAll(said.rules()));
        Map<String, Answer> before = answers(books.inForce(), then);
        Map<String, Answer> after = answers(books.draft(), now);
        Set<String> both = new HashSet<>(before.keySet());
        both.addAll(after.keySet());
        both.stream()
                .sorted()
                .filter(rule -> before.getOrDefault(rule, Answer.FALSE) != after.getOrDefault(rule, Answer.FALSE))
                .forEach(rules::add);
        return rules;
    }

    private static Map<String, Answer> answers(Recommender recommender, StudentOnDate student) {
        Map<String, Answer> answers = new HashMap<>();
        for (Explanation explanation : recommender.explain(student)) {
            answers.put(explanation.rule(), explanation.answer());
        }
        return answers;
    }

    private static String said(Recommender recommender, StudentOnDate student, String rule) {
        return Account.of(recommender, student, rule).map(Account::paragraph).orElse("This book has no such rule.");
    }
}
