package signpost.engine.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Profile;
import signpost.engine.profile.Source;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.profile.Value;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Edges;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.Test;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Kind;

/** The facts a rule reads that may be thought otherwise, each with the nearest values that would make a difference. */
final class Steps {

    private final StudentOnDate student;
    private final Map<Attribute, Set<Test>> tests = new LinkedHashMap<>();

    Steps(StudentOnDate student, List<Rule> rules) {
        this.student = student;
        rules.stream().flatMap(Rule::allConditions).forEach(condition -> {
            if (condition instanceof Condition.OfAttribute of) {
                tests.computeIfAbsent(of.attribute(), missing -> new HashSet<>())
                        .add(of.test());
            }
        });
    }

    /**
     * What nobody can or should change to suit a rule: dates, names, special-category and fixed facts, and what is worked
     * out from nothing else.
     */
    static boolean leftAlone(Attribute attribute) {
        return attribute.sensitive()
                || !attribute.canChange()
                || (!attribute.inputs().isEmpty() && attribute.inputs().stream().allMatch(Steps::leftAlone))
                || attribute.kind() instanceof Kind.Day
                || attribute.kind() instanceof Kind.Text;
    }

    List<Attribute> attributesLeftAlone() {
        return tests.keySet().stream().filter(Steps::leftAlone).toList();
    }

    /** The steps for each fact that may change; the nearest first. */
    List<List<Step>> choices() {
        return tests.keySet().stream()
                .filter(attribute -> !leftAlone(attribute))
                .map(this::steps)
                .filter(steps -> !steps.isEmpty())
                .toList();
    }

    /** One step for each way in which the tests may answer otherwise. */
    private List<Step> steps(Attribute attribute) {
        Set<Test> asked = tests.getOrDefault(attribute, Set.of());
        Fact now = student.fact(attribute.key());
        Set<List<Answer>> answered = new HashSet<>(Set.of(answers(asked, now)));
        return candidates(attribute, asked, now)
                .map(value -> new Step(attribute, now, value, size(attribute.kind(), now, value)))
                .sorted(Comparator.comparingDouble(Step::size))
                .filter(step -> answered.add(answers(asked, step.fact(student.on()))))
                .toList();
    }

    private static Stream<Value> candidates(Attribute attribute, Set<Test> asked, Fact now) {
        Stream<Value> same = now instanceof Fact.Known known ? Stream.of(known.value()) : Stream.empty();
        return Stream.concat(same, Edges.of(attribute, asked).stream());
    }

    private List<Answer> answers(Set<Test> asked, Fact fact) {
        return asked.stream().map(test -> test.ask(fact, student)).toList();
    }

    private static double size(Kind kind, Fact now, Value to) {
        if (!(now instanceof Fact.Known known) || known.value().equals(to)) {
            return 0;
        }
        Value from = known.value();
        if (kind instanceof Kind.Amount range
                && from instanceof Value.Amount before
                && to instanceof Value.Amount after) {
            BigDecimal whole = range.max().subtract(range.min()).max(BigDecimal.ONE);
            return after.amount().subtract(before.amount()).abs().doubleValue() / whole.doubleValue();
        }
        if (kind instanceof Kind.Scale scale && from instanceof Value.Code before && to instanceof Value.Code after) {
            return Math.abs(scale.position(after.code()) - scale.position(before.code()))
                    / (double) scale.codes().size();
        }
        if (from instanceof Value.Codes before && to instanceof Value.Codes after) {
            Set<String> different = new TreeSet<>(before.codes());
            different.addAll(after.codes());
            different.removeIf(
                    code -> before.codes().contains(code) && after.codes().contains(code));
            return different.size();
        }
        return 1;
    }

    /** The student as one would be after these steps. */
    StudentOnDate after(List<Step> steps) {
        Map<String, Fact.Known> facts = new LinkedHashMap<>(student.profile().facts());
        // What was worked out from a fact that would be different is worked out afresh.
        tests.keySet().stream()
                .flatMap(Attribute::withInputs)
                .filter(attribute ->
                        steps.stream().anyMatch(step -> attribute.withInputs().anyMatch(step.attribute()::equals)))
                .forEach(attribute -> facts.computeIfPresent(
                        attribute.key(), (key, known) -> known.source() == Source.WORKED_OUT ? null : known));
        steps.forEach(step -> facts.put(step.attribute().key(), step.fact(student.on())));
        return new StudentOnDate(
                new Profile(student.profile().studentId(), facts), student.on(), student.calendar(), student.history());
    }

    /** Every way to take {@code count} of the choices, one step each; no more than {@code most}. */
    static List<List<Step>> combined(List<List<Step>> choices, int count, int most) {
        List<List<Step>> all = new ArrayList<>();
        combine(choices, 0, count, List.of(), all, most);
        all.sort(Comparator.comparingDouble(
                steps -> steps.stream().mapToDouble(Step::size).sum()));
        return all;
    }

    private static void combine(
            List<List<Step>> choices, int from, int count, List<Step> taken, List<List<Step>> all, int most) {
        if (count == 0) {
            all.add(taken);
            return;
        }
        for (int at = from; at <= choices.size() - count && all.size() < most; at++) {
            for (Step step : choices.get(at)) {
                List<Step> more = new ArrayList<>(taken);
                more.add(step);
                combine(choices, at + 1, count - 1, more, all, most);
            }
        }
    }
}
