package signpost.api.capacity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a person puts a student in the line; the order of the constants is the order of the line. */
enum Direction {
    UP("Up: before the others who wait for it", "moved up"),
    NEED("In order of need, as everybody", "put back in order of need"),
    BACK("Back: after the others who wait for it", "moved back");

    private final String words;
    private final String done;

    Direction(String words, String done) {
        this.words = words;
        this.done = done;
    }

    public String words() {
        return words;
    }

    /** As it reads after a name: {@code moved up}. */
    public String done() {
        return done;
    }

    /** As forms write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Direction> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
