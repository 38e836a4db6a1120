package signpost.api.deliveries;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What happened, or is to happen, on a day. {@code ATTENDED} is one meeting of several: the help goes on and is not delivered yet. */
public enum What {
    PLANNED("Planned for"),
    ATTENDED("Attended a meeting on"),
    DELIVERED("Delivered on"),
    DID_NOT_ATTEND("Did not attend on"),
    CANCELLED("Cancelled on");

    private final String words;

    What(String words) {
        this.words = words;
    }

    /** As a page begins the sentence that ends with the day. */
    public String words() {
        return words;
    }

    /** As the API writes it: {@code did_not_attend}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<What> of(String code) {
        return Arrays.stream(values()).filter(what -> what.code().equals(code)).findFirst();
    }
}
