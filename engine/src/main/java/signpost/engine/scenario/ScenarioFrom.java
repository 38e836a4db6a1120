package signpost.engine.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.engine.evaluation.Explanation;
import signpost.engine.evaluation.Judgement;
import signpost.engine.evaluation.Recommender;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.rulebook.Shapes;
import signpost.engine.rulebook.Subject;
import signpost.engine.text.Problems;
import signpost.engine.text.Shape;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Dates;

/**
 * Makes a scenario of a rule from what is known of a student: only what the rule reads, itself or through the flags and
 * scores of other rules, and what came of it. It says nothing of who the student is, and passes at once.
 */
public final class ScenarioFrom {

    private final Recommender recommender;
    private final Rule rule;
    private final StudentOnDate student;
    private final String name;
    private final List<String> given = new ArrayList<>();
    private final Set<String> left = new LinkedHashSet<>();

    private ScenarioFrom(Recommender recommender, Rule rule, StudentOnDate student, String name) {
        this.recommender = recommender;
        this.rule = rule;
        this.student = student;
        this.name = name;
    }

    /**
     * The scenario of one rule for one student.
     *
     * @param name what it is called; everybody who reads the book sees it
     */
    public static MadeScenario of(Recommender recommender, Rule rule, StudentOnDate student, String name) {
        StudentOnDate complete = recommender.book().vocabulary().complete(student);
        return new ScenarioFrom(
                        recommender,
                        rule,
                        complete,
                        name.replaceAll("\\s+", " ").strip())
                .made();
    }

    private MadeScenario made() {
        give(Read.by(rule, recommender.book()));
        StudentOnDate said = read(text(List.of("  Expect", "    nothing"))).student();
        Judgement judgement = recommender.judge(said);
        Answer answer = answer(said);
        return new MadeScenario(text(expected(judgement, answer)), List.copyOf(left), answer == answer(student));
    }

    private void give(Read read) {
        GivenLines lines = new GivenLines(recommender.book(), student);
        for (Attribute attribute : read.now()) {
            add(lines.now(attribute, read.dated(attribute)), attribute.title());
        }
        for (Attribute attribute : read.lastTerm()) {
            add(lines.lastTerm(attribute), attribute.title() + " last term");
        }
        read.earlier().forEach(condition -> add(lines.earlier(condition), condition.words()));
    }

    private void add(Optional<String> line, String title) {
        line.ifPresentOrElse(given::add, () -> left.add(title));
    }

    private String text(List<String> expected) {
        List<String> lines = new ArrayList<>(
                List.of("Scenario: " + name, "  For: " + rule.name(), "  On: " + Dates.words(student.on())));
        if (!given.isEmpty()) {
            lines.add("  Given");
            given.forEach(line -> lines.add("    " + (line.equals(given.get(0)) ? "" : "and ") + line));
        }
        lines.addAll(expected);
        return String.join("\n", lines) + "\n";
    }

    private Scenario read(String text) {
        Problems problems = new Problems();
        RuleBook book = recommender.book();
        RuleBook one = new RuleBook(
                book.digest(),
                book.vocabulary(),
                book.catalogue(),
                book.strata(),
                Shape.reader(Shapes.ALL, problems).read("topics/made.scenarios.txt", text),
                book.departures());
        List<Scenario> read = new ScenarioReader(one, problems).read();
        if (read.size() != 1) {
            throw new IllegalStateException("a scenario that was made cannot be read: " + problems.size());
        }
        return read.get(0);
    }

    private Answer answer(StudentOnDate of) {
        return recommender.explain(of, rule.name()).map(Explanation::answer).orElse(Answer.UNKNOWN);
    }

    private List<String> expected(Judgement judgement, Answer answer) {
        List<String> lines = switch (answer) {
            case TRUE -> came(judgement);
            case UNKNOWN -> List.of("cannot tell \"" + rule.name() + "\"");
            case FALSE -> scores(judgement);
        };
        List<String> not = answer == Answer.FALSE ? didNotCome(judgement) : List.of();
        List<String> expected = new ArrayList<>();
        under("  Expect", lines, expected);
        under("  Expect not", not, expected);
        if (expected.isEmpty()) {
            under("  Expect not", List.of("cannot tell \"" + rule.name() + "\""), expected);
        }
        return expected;
    }

    private static void under(String head, List<String> lines, List<String> to) {
        if (!lines.isEmpty()) {
            to.add(head);
            lines.forEach(line -> to.add("    " + line));
        }
    }

    private List<String> came(Judgement judgement) {
        Set<String> lines = new LinkedHashSet<>();
        rule.flags().filter(flag -> raised(judgement, flag.flag())).forEach(flag -> lines.add(flag(flag.flag())));
        rule.recommendations()
                .filter(one -> made(judgement, one.intervention()))
                .forEach(one -> lines.add("recommend " + one.intervention()));
        rule.recommendations()
                .filter(one -> withheld(judgement, one.intervention()))
                .forEach(one -> lines.add("rule out " + one.intervention()));
        rule.ruleOuts()
                .filter(one -> withheld(judgement, one.intervention()))
                .forEach(one -> lines.add("rule out " + one.intervention()));
        lines.addAll(scores(judgement));
        return List.copyOf(lines);
    }

    /** What another rule brings all the same is not said. */
    private List<String> didNotCome(Judgement judgement) {
        Set<String> lines = new LinkedHashSet<>();
        rule.flags().filter(flag -> !raised(judgement, flag.flag())).forEach(flag -> lines.add(flag(flag.flag())));
        rule.recommendations()
                .filter(one -> !made(judgement, one.intervention()))
                .forEach(one -> lines.add("recommend " + one.intervention()));
        rule.ruleOuts()
                .filter(one -> !withheld(judgement, one.intervention()))
                .forEach(one -> lines.add("rule out " + one.intervention()));
        return List.copyOf(lines);
    }

    private List<String> scores(Judgement judgement) {
        return rule.points()
                .map(points -> points.score())
                .distinct()
                .map(score -> "the " + score + " score is "
                        + Optional.ofNullable(judgement.scores().get(score))
                                .orElse(Subject.Points.NONE)
                                .words())
                .toList();
    }

    private static String flag(String name) {
        return "flag \"" + name + "\"";
    }

    private static boolean raised(Judgement judgement, String flag) {
        return judgement.flags().stream().anyMatch(one -> one.flag().equals(flag));
    }

    private static boolean made(Judgement judgement, String code) {
        return judgement.recommendations().stream()
                .anyMatch(one -> one.intervention().equals(code));
    }

    private static boolean withheld(Judgement judgement, String code) {
        return judgement.withheld().stream().anyMatch(one -> one.intervention().equals(code));
    }
}
