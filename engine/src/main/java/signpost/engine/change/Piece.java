package signpost.engine.change;

/**
 * A unit of a file: what is taken, left or replaced as one.
 *
 * @param key tells it from the others of its file
 * @param name what people call it, such as {@code Rule "Persistent absence"}
 * @param keyword of a block, as written; empty for what is no block
 * @param title of a block; empty for what is no block
 * @param first its first line, from 1
 * @param last its last line
 * @param before the empty lines above it
 * @param text its own lines, without the last line's end
 * @param end the last line's end
 */
record Piece(
        String key,
        String name,
        String keyword,
        String title,
        int first,
        int last,
        String before,
        String text,
        String end) {

    boolean says(Piece other) {
        return Written.same(text, other.text);
    }
}
