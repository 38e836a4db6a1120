package signpost.api.builder;

import java.util.Map;
import java.util.Optional;
import signpost.engine.rulebook.GroupHead;

/**
 * Where in a rule something is picked.
 *
 * @param line of what is changed; 0 for something new
 * @param parent the line of the group that something new goes into; 0 for the top
 * @param at its place there, from 0
 * @param group of a new condition that begins a group, its head without the colon; otherwise empty
 * @param making whether a new rule is made step by step
 */
record Spot(int line, int parent, int at, String group, boolean making) {

    private static final int LAST = 99_999;

    static Spot of(Map<String, String> sent) {
        return new Spot(
                number(sent, "line", 0),
                number(sent, "parent", 0),
                number(sent, "at", LAST),
                head(sent.getOrDefault("group", ""))
                        .map(head -> head.words().replace(":", ""))
                        .orElse(""),
                sent.getOrDefault("making", "").equals("yes"));
    }

    public boolean adds() {
        return line == 0;
    }

    Optional<GroupHead> head() {
        return head(group);
    }

    private static Optional<GroupHead> head(String words) {
        return GroupHead.of(words + ":");
    }

    private static int number(Map<String, String> sent, String name, int otherwise) {
        String text = sent.getOrDefault(name, "");
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : otherwise;
    }
}
