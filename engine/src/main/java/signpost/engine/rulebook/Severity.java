package signpost.engine.rulebook;

import java.util.Locale;

/** How much a need matters, least first. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH;

    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Severity or(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
