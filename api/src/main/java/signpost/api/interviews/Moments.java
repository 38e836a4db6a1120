package signpost.api.interviews;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as a person says them: {@code 11:32 on 4 December 2026}. */
final class Moments {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("H:mm 'on' d MMMM uuuu", Locale.UK);

    private Moments() {}

    static String words(Instant at, ZoneId zone) {
        return WORDS.format(at.atZone(zone));
    }
}
