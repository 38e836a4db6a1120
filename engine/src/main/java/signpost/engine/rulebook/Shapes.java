package signpost.engine.rulebook;

import java.util.List;
import java.util.Set;
import signpost.engine.text.Shape;
import signpost.engine.vocabulary.VocabularyReader;

/** The blocks that the text files of a book are made of. */
public final class Shapes {

    /** {@code Rule:}. */
    public static final Shape RULE = new Shape(
            "Rule",
            List.of("Owner", "Why", "Source", "In force", "Review by", "Switched off", "When", "Then", "Because"),
            Set.of("When", "Then", "Because"),
            false,
            Set.of("When"),
            Set.of("When"));

    /** {@code Tighten:}, a school's stricter form of a rule of its trust. */
    public static final Shape TIGHTEN = new Shape(
            "Tighten",
            RULE.fields().stream()
                    .filter(field -> !field.equals("Switched off"))
                    .toList(),
            RULE.bare(),
            RULE.colons(),
            RULE.joined(),
            RULE.grouped());

    /** {@code Switch off:}, a rule of the trust that a school does without. */
    public static final Shape SWITCH_OFF = new Shape("Switch off", List.of("Why"), Set.of(), false, Set.of(), Set.of());

    /** {@code Scenario:}. */
    public static final Shape SCENARIO = new Shape(
            "Scenario",
            List.of("For", "On", "Given", "Expect", "Expect not"),
            Set.of("Given", "Expect", "Expect not"),
            false,
            Set.of("Given"),
            Set.of());

    /** Every block a book may hold. */
    public static final List<Shape> ALL = List.of(VocabularyReader.SHAPE, RULE, TIGHTEN, SWITCH_OFF, SCENARIO);

    private Shapes() {}
}
