package signpost.engine.scenario;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import signpost.engine.evaluation.Explanation;
import signpost.engine.evaluation.Judgement;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;

/**
 * Puts scenarios aside that fail for no other reason than that rules are switched off: with those rules on, they come out as
 * written. Which rule a scenario names, or whose flag another reads, does not matter for it.
 */
final class PutAside {

    private PutAside() {}

    static List<Tried> of(RuleBook book, List<Tried> tried) {
        List<Tried> failed = tried.stream().filter(one -> !one.passed()).toList();
        Set<String> off = book.off().stream().map(Rule::name).collect(Collectors.toSet());
        if (failed.isEmpty() || off.isEmpty()) {
            return tried;
        }
        return book.allOn()
                .map(Recommender::new)
                .map(on -> {
                    Iterator<Judgement> judgements = on.judge(failed.stream()
                                    .map(one -> one.scenario().student())
                                    .toList())
                            .iterator();
                    return tried.stream()
                            .map(one -> one.passed() ? one : again(one, judgements.next(), off))
                            .toList();
                })
                .orElse(tried);
    }

    private static Tried again(Tried failed, Judgement withAllOn, Set<String> off) {
        if (!ScenarioRun.asWritten(failed.scenario(), withAllOn)) {
            return failed;
        }
        List<String> waitsFor = Stream.concat(
                        withAllOn.fired().stream(),
                        withAllOn.cannotTell().stream().map(Explanation::rule))
                .filter(off::contains)
                .distinct()
                .toList();
        return new Tried(failed.scenario(), failed.judgement(), List.of(), waitsFor);
    }
}
