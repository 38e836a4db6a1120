package signpost.api.builder;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.engine.writing.RuleView;

/** Finds a line of a rule by its number. */
final class Lines {

    private Lines() {}

    static Optional<RuleView.ConditionView> condition(RuleView view, int line) {
        return all(view.when()).filter(one -> one.line() == line).findFirst();
    }

    static Optional<RuleView.DeedView> deed(RuleView view, int line) {
        return view.then().stream().filter(one -> one.line() == line).findFirst();
    }

    private static Stream<RuleView.ConditionView> all(List<RuleView.ConditionView> some) {
        return some.stream().flatMap(one -> Stream.concat(Stream.of(one), all(one.parts())));
    }
}
