package signpost.engine.analysis;

import java.util.List;
import java.util.stream.Collectors;
import signpost.engine.rulebook.Condition;

/** Says conditions in the words of their rule. */
final class Said {

    private Said() {}

    /** The condition in quotation marks; a group with its first lines. */
    static String of(Condition condition) {
        if (isLine(condition)) {
            return "\"" + condition.words() + "\"";
        }
        List<Condition> leaves = Aspects.leaves(condition).toList();
        return "\"" + condition.words() + " "
                + leaves.stream().map(Condition::words).distinct().limit(3).collect(Collectors.joining("; "))
                + (leaves.size() > 3 ? "; ..." : "") + "\"";
    }

    /** Whether it is one line of a rule, "is not" included. */
    static boolean isLine(Condition condition) {
        return condition.parts().isEmpty()
                || (condition instanceof Condition.Not not && not.part().parts().isEmpty());
    }

    /** Why these cannot hold together. */
    static String together(List<Condition> clash) {
        if (clash.isEmpty()) {
            return "it is never in force";
        }
        if (clash.size() == 1) {
            return Said.of(clash.get(0)) + " can never hold";
        }
        List<String> said = clash.stream().map(Said::of).toList();
        return and(said) + (clash.size() == 2 ? " cannot both hold" : " cannot all hold");
    }

    static String and(List<String> said) {
        int last = said.size() - 1;
        return last < 1 ? String.join("", said) : String.join(", ", said.subList(0, last)) + " and " + said.get(last);
    }
}
