package signpost.engine.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Gathers what is otherwise about one thing, a sentence each. */
final class Details {

    /** Longer texts are not read side by side. */
    private static final int SHORT = 60;

    private final List<String> sentences = new ArrayList<>();

    /** What a thing has under a name, before and after; nothing is said of what stayed. */
    Details otherwise(String name, String before, String after) {
        if (!before.equals(after)) {
            sentences.add(
                    before.length() <= SHORT && after.length() <= SHORT
                            ? name + ": " + orNothing(before) + " \u2192 " + orNothing(after)
                            : name + ": was " + quoted(before) + ", is now " + quoted(after));
        }
        return this;
    }

    /** What was taken out of a list and what was put in. */
    Details list(String name, Collection<String> before, Collection<String> after) {
        before.stream().filter(one -> !after.contains(one)).forEach(one -> say(name + " taken away: \"" + one + "\""));
        after.stream().filter(one -> !before.contains(one)).forEach(one -> say(name + " added: \"" + one + "\""));
        return this;
    }

    Details say(String sentence) {
        sentences.add(sentence);
        return this;
    }

    Details when(boolean so, String sentence) {
        return so ? say(sentence) : this;
    }

    List<String> sentences() {
        return sentences;
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? "nothing" : text;
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "empty" : "\"" + text + "\"";
    }
}
