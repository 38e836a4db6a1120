package signpost.engine.writing;

import java.util.List;
import java.util.Optional;

/**
 * One rule as a form shows it. Lines are those of its text, from 1.
 *
 * @param header {@code Rule} or {@code Tighten}
 * @param name the rule's name
 * @param line where it begins
 * @param fields every field but the two lists, in the order they are best read; also those it does not have
 * @param when its conditions
 * @param then its consequences
 */
public record RuleView(
        String header, String name, int line, List<FieldView> fields, List<ConditionView> when, List<DeedView> then) {

    public RuleView {
        fields = List.copyOf(fields);
        when = List.copyOf(when);
        then = List.copyOf(then);
    }

    /**
     * A field.
     *
     * @param line where it stands; 0 where the rule does not have it
     * @param value what it says; of several lines, with line breaks between them
     */
    public record FieldView(String name, int line, String value) {}

    /**
     * A line of conditions.
     *
     * @param line where it stands
     * @param last where the last line inside it stands
     * @param text what it says, without a joining "and"
     * @param understood whether the rule language has such a condition or such a head of a group
     * @param trouble what is wrong, and what to do; empty where it is understood
     * @param pick what a form shows for it, where one does
     * @param group {@code any of}, {@code all of}, {@code none of} or {@code at least}; empty for a single condition
     * @param number how many must hold, of {@code at least}; otherwise 0
     * @param parts the lines inside it
     */
    public record ConditionView(
            int line,
            int last,
            String text,
            boolean understood,
            String trouble,
            Optional<Pick> pick,
            String group,
            int number,
            List<ConditionView> parts) {

        public ConditionView {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A line of consequences.
     *
     * @param line where it stands
     * @param text what it says
     * @param deed what a form shows for it; nothing where it is not understood
     * @param trouble what is wrong, and what to do; empty where it is understood
     */
    public record DeedView(int line, String text, Optional<Deed> deed, String trouble) {}
}
