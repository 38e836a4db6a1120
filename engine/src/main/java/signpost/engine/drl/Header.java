package signpost.engine.drl;

import java.util.ArrayList;
import java.util.List;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;

/** A rule's own words as comment lines: where it stands, who answers for it, and its sentences as written. */
final class Header {

    private final List<String> lines = new ArrayList<>();

    private Header() {}

    static List<String> of(Rule rule) {
        Header header = new Header();
        header.line(0, rule.name() + " (" + rule.place() + ")");
        header.field("Whose", rule.origin().words());
        header.field("Owner", rule.owner());
        header.field("Why", rule.why());
        header.field("Source", rule.source());
        header.field("Switched off", rule.off().orElse(""));
        header.line(1, "When");
        rule.conditions().forEach(condition -> header.condition(2, condition));
        header.line(1, "Because");
        header.line(2, rule.because().words());
        return header.lines;
    }

    private void field(String name, String value) {
        if (!value.isEmpty()) {
            line(1, name + ": " + value);
        }
    }

    private void condition(int depth, Condition condition) {
        line(depth, condition.words());
        if (condition instanceof Condition.Not not) {
            // "none of:" is a denied "any of:" of the same words, and "is not known" has said its part already.
            not.part().parts().forEach(part -> condition(depth + 1, part));
        } else {
            condition.parts().forEach(part -> condition(depth + 1, part));
        }
    }

    private void line(int depth, String words) {
        lines.add("// " + "  ".repeat(depth) + Written.comment(words));
    }
}
