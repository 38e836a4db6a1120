package signpost.engine.profile;

import java.util.Locale;

/** The three terms of the English school year. */
public enum Season {
    AUTUMN,
    SPRING,
    SUMMER;

    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
