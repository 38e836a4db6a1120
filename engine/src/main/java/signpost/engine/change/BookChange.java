package signpost.engine.change;

import java.util.List;

/**
 * One thing that is otherwise in a book than before, for whoever approves it.
 *
 * @param name of the rule, attribute or scenario; an intervention's or reason's code and title
 * @param sentences what is otherwise, or what is new or gone
 */
public record BookChange(Kind kind, What what, String name, List<String> sentences) {

    public BookChange {
        sentences = List.copyOf(sentences);
    }

    /** What became of it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED;

        /** Such as {@code added}. */
        public String words() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What a book is made of, in the order changes are told. */
    public enum What {
        RULE("rule"),
        INTERVENTION("intervention"),
        OVERRIDE_REASON("override reason"),
        ATTRIBUTE("attribute"),
        SCENARIO("scenario");

        private final String words;

        What(String words) {
            this.words = words;
        }

        /** Such as {@code override reason}. */
        public String words() {
            return words;
        }
    }
}
