package signpost.api.demo;

import java.io.Serial;

/** Real schools and the demonstration never share a database. */
final class WrongDatabase extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String remedy;

    WrongDatabase(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
