package signpost.engine.change;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import signpost.engine.rulebook.BookFiles;

/** Two versions of one file put together. */
public final class MergedText {

    private final String path;
    private final Merge merge;

    MergedText(String path, Merge merge) {
        this.path = path;
        this.merge = merge;
    }

    /** The text of both; where there is a conflict, mine. Empty when the two left nothing of it. */
    public String text() {
        return text(merge.files());
    }

    /** In the order they stand in my text. */
    public List<Conflict> conflicts() {
        return merge.conflicts();
    }

    /** The text of both; in a conflict whoever was chosen, and mine where nobody was. */
    public String settled(Map<Conflict, Side> choices) {
        return text(merge.settled(choices));
    }

    private String text(BookFiles files) {
        return files.paths().contains(path) ? new String(files.bytes(path), StandardCharsets.UTF_8) : "";
    }
}
