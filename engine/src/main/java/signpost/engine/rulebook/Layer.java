package signpost.engine.rulebook;

/**
 * Which part of a book a file belongs to. A trust's book with a school's additions on top lies in two folders,
 * {@code trust} and {@code school}, each made like a book of its own; any other book is one whole.
 */
public enum Layer {
    WHOLE(""),
    TRUST("trust/"),
    SCHOOL("school/");

    private final String folder;

    Layer(String folder) {
        this.folder = folder;
    }

    /** What paths of this layer begin with; empty for a book that is one whole. */
    public String folder() {
        return folder;
    }

    /** The layer of a path in a book that has a trust's part. */
    static Layer of(String path) {
        return path.startsWith(TRUST.folder) ? TRUST : path.startsWith(SCHOOL.folder) ? SCHOOL : WHOLE;
    }

    /** The path as its own layer sees it. */
    String within(String path) {
        return path.substring(folder.length());
    }
}
