package signpost.engine.evaluation;

import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.DSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Rule;

/**
 * One stratum as a Drools network, built from Drools' executable model: no rule text reaches a compiler. Each rule stands
 * in it twice, once certain (every condition true) and once as one that cannot tell (no condition false, not all true). Both
 * hang on the same nodes, which let a student pass while no condition is false; only the last node differs.
 */
final class Network {

    private static final Comparator<Questions.Question> MOST_SHARED =
            Comparator.comparing(Questions.Question::rules).reversed().thenComparing(Questions.Question::number);

    private final KieBase base;

    /** @param first the number of this stratum's first rule in the whole book */
    Network(List<Rule> rules, int first, Questions questions) {
        ModelImpl model = new ModelImpl();
        for (int at = 0; at < rules.size(); at++) {
            if (rules.get(at).off().isPresent()) {
                continue;
            }
            add(model, rules.get(at), first + at, questions);
        }
        // The configuration is given, because Drools would otherwise look for it in its compiler module, which is not
        // here.
        this.base = KieBaseBuilder.createKieBaseFromModel(model, RuleBaseFactory.newKnowledgeBaseConfiguration());
    }

    /** Judges a batch in one session; the session and its facts are gone afterwards. */
    void judge(List<Judged> batch) {
        KieSession session = base.newKieSession();
        try {
            batch.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
    }

    private static void add(ModelImpl model, Rule rule, int number, Questions questions) {
        List<Questions.Question> asked = rule.conditions().stream()
                .map(questions::of)
                .distinct()
                .sorted(MOST_SHARED)
                .toList();
        String all = asked.stream().map(question -> " " + question.number()).collect(Collectors.joining());
        Variable<Judged> certain = DSL.declarationOf(Judged.class);
        model.addRule(rule("certain " + number)
                .build(
                        possible(certain, rule, asked).expr("all true" + all, judged -> judged.allTrue(asked)),
                        on(certain).execute(judged -> judged.fired(number))));
        Variable<Judged> unsure = DSL.declarationOf(Judged.class);
        model.addRule(rule("cannot tell " + number)
                .build(
                        possible(unsure, rule, asked).expr("not all true" + all, judged -> !judged.allTrue(asked)),
                        on(unsure).execute(judged -> judged.cannotTell(number))));
    }

    /** Drools shares nodes along a common beginning, so what most rules ask is asked first. */
    private static PatternDef<Judged> possible(Variable<Judged> student, Rule rule, List<Questions.Question> asked) {
        PatternDef<Judged> pattern = inForce(student, rule);
        for (Questions.Question question : asked) {
            pattern = pattern.expr("not false " + question.number(), judged -> judged.ask(question) != Answer.FALSE);
        }
        return pattern;
    }

    private static PatternDef<Judged> inForce(Variable<Judged> student, Rule rule) {
        if (rule.from().isEmpty() && rule.to().isEmpty()) {
            return pattern(student);
        }
        return pattern(student)
                .expr(
                        "in force: " + rule.from() + " " + rule.to(),
                        judged -> rule.inForceOn(judged.student().on()));
    }
}
