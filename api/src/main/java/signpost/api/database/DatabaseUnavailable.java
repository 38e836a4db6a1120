package signpost.api.database;

/** The database cannot be used; the message says what is wrong, and {@link #action()} what the operator does about it. */
final class DatabaseUnavailable extends RuntimeException {

    private final String action;

    DatabaseUnavailable(String message, String action) {
        super(message);
        this.action = action;
    }

    DatabaseUnavailable(String message, String action, Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
