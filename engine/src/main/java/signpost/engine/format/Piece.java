package signpost.engine.format;

import java.util.List;
import signpost.engine.text.Block;
import signpost.engine.text.Field;

/** A stretch of a file that an empty line sets apart. */
sealed interface Piece {

    /** Comments that stand by themselves. */
    record Note(List<String> comments) implements Piece {}

    /**
     * A block with its comments.
     *
     * @param above the comments right above its header
     * @param below the comments after its last field
     */
    record Whole(List<String> above, Block block, List<Part> parts, List<String> below) implements Piece {}

    /**
     * A field with its comments.
     *
     * @param indent how far the field was indented
     * @param below the comments beneath its last line, as deep as its lines
     */
    record Part(List<String> above, int indent, Field field, List<Entry> entries, List<Written> below) {}

    /** A line of a field, and the comments right above it. */
    record Entry(List<String> above, Written line) {}
}
