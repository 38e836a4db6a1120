package signpost.engine.analysis;

import java.util.List;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;

/** Books that differ from another in one rule. */
final class Books {

    private Books() {}

    static RuleBook with(RuleBook book, Rule changed, List<Condition> conditions) {
        Rule rule = new Rule(
                changed.name(),
                changed.topic(),
                changed.owner(),
                changed.why(),
                changed.source(),
                changed.from(),
                changed.to(),
                changed.reviewBy(),
                changed.off(),
                conditions,
                changed.consequences(),
                changed.because(),
                changed.origin(),
                changed.place());
        List<List<Rule>> strata = book.strata().stream()
                .map(stratum -> stratum.stream()
                        .map(one -> one.equals(changed) ? rule : one)
                        .toList())
                .toList();
        return book.withStrata(strata);
    }
}
