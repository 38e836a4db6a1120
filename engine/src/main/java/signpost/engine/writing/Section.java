package signpost.engine.writing;

/** The part of a rule that a line stands under. */
public enum Section {
    WHEN("When"),
    THEN("Then");

    private final String field;

    Section(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }
}
