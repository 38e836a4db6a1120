package signpost.engine.evaluation;

import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import java.util.ArrayList;
import java.util.List;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.DSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;

/**
 * One stratum as a Drools network, built from Drools' executable model: no rule text reaches a compiler. Each rule stands
 * in it twice, once for its certain reading (every condition true) and once for its possible one (no condition false).
 */
final class Network {

    private final List<Rule> rules;
    private final int first;
    private final KieBase base;

    /** @param first the number of this stratum's first rule in the whole book */
    Network(List<Rule> rules, int first) {
        this.rules = List.copyOf(rules);
        this.first = first;
        ModelImpl model = new ModelImpl();
        for (org.drools.model.Rule drools : model(this.rules, first)) {
            model.addRule(drools);
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
        batch.forEach(judged -> judged.settle(rules, first));
    }

    private static List<org.drools.model.Rule> model(List<Rule> rules, int first) {
        List<org.drools.model.Rule> model = new ArrayList<>();
        for (int at = 0; at < rules.size(); at++) {
            int number = first + at;
            Rule book = rules.get(at);
            Variable<Judged> certain = DSL.declarationOf(Judged.class);
            model.add(rule("certain " + number)
                    .build(certain(certain, book), on(certain).execute(judged -> judged.fired(number))));
            Variable<Judged> possible = DSL.declarationOf(Judged.class);
            model.add(rule("possible " + number)
                    .build(possible(possible, book), on(possible).execute(judged -> judged.possible(number))));
        }
        return model;
    }

    private static PatternDef<Judged> certain(Variable<Judged> student, Rule rule) {
        PatternDef<Judged> pattern = inForce(student, rule);
        for (Condition condition : rule.conditions()) {
            pattern = pattern.expr("true: " + condition.id(), judged -> condition.ask(judged) == Answer.TRUE);
        }
        return pattern;
    }

    private static PatternDef<Judged> possible(Variable<Judged> student, Rule rule) {
        PatternDef<Judged> pattern = inForce(student, rule);
        for (Condition condition : rule.conditions()) {
            pattern = pattern.expr("not false: " + condition.id(), judged -> condition.ask(judged) != Answer.FALSE);
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
