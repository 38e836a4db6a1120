package signpost.engine.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The characteristics that the Equality Act 2010 protects, by the words of its section 4. */
public final class Protected {

    /** All nine, as the Act names them. */
    public static final List<String> CHARACTERISTICS = List.of(
            "age",
            "disability",
            "gender reassignment",
            "marriage and civil partnership",
            "pregnancy and maternity",
            "race",
            "religion or belief",
            "sex",
            "sexual orientation");

    private Protected() {}

    static Optional<String> read(String words) {
        String lower = words.strip().toLowerCase(Locale.ROOT);
        return CHARACTERISTICS.contains(lower) ? Optional.of(lower) : Optional.empty();
    }
}
