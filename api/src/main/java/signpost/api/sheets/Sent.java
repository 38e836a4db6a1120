package signpost.api.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.web.util.UriUtils;
import signpost.api.drafts.Draft;
import signpost.api.drafts.Drafting;

/**
 * What a form about a table sends.
 *
 * @param row which row, from 0; none for a new one
 * @param began the draft as it was when the form was opened
 */
record Sent(String path, OptionalInt row, Drafting.Opened began, List<String> cells) {

    private static final int MOST = 200;

    Sent {
        cells = List.copyOf(cells);
    }

    static Sent of(Map<String, String> sent, Draft draft) {
        List<String> cells = new ArrayList<>();
        while (cells.size() < MOST && sent.containsKey(Field.PREFIX + cells.size())) {
            cells.add(sent.getOrDefault(Field.PREFIX + cells.size(), "")
                    .replaceAll("[\\r\\n\\t]+", " ")
                    .strip());
        }
        return new Sent(sent.getOrDefault("path", ""), number(sent, "row"), Drafting.Opened.of(draft, sent), cells);
    }

    static OptionalInt number(Map<String, String> sent, String name) {
        String text = sent.getOrDefault(name, "");
        return text.matches("\\d{1,7}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    static String table(Draft draft, String path) {
        return "/rule-book/drafts/" + draft.id() + "/table?path=" + UriUtils.encodeQueryParam(path, "UTF-8");
    }
}
