package signpost.engine.rulebook;

import java.util.Arrays;
import java.util.Locale;

/** How much a need matters, least first. */
public enum Severity {
    LOW(1),
    MEDIUM(2),
    HIGH(3);

    private final int weight;

    Severity(int weight) {
        this.weight = weight;
    }

    /** 1 low, 2 medium, 3 high: the number tables keep and sort by. */
    public int weight() {
        return weight;
    }

    /**
     * The severity a table keeps.
     *
     * @throws IllegalArgumentException when no severity has that weight
     */
    public static Severity ofWeight(int weight) {
        return Arrays.stream(values())
                .filter(severity -> severity.weight == weight)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no severity weighs " + weight));
    }

    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Severity or(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
