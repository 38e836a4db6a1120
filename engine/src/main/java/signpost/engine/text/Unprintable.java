package signpost.engine.text;

/** Characters a person cannot see in a line: controls, tabs, unusual spaces, zero-width and direction marks. */
final class Unprintable {

    private Unprintable() {}

    static boolean in(String line) {
        return line.codePoints().anyMatch(Unprintable::hidden);
    }

    static int firstColumn(String line) {
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            if (hidden(line.codePointAt(at))) {
                return at + 1;
            }
        }
        return 1;
    }

    private static boolean hidden(int character) {
        int type = Character.getType(character);
        return (type == Character.SPACE_SEPARATOR && character != ' ')
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }
}
