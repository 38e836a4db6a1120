package signpost.engine.evaluation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A fact a condition looked at.
 *
 * @param attribute the attribute's key, or empty for a score or flag
 * @param title its name as a heading
 * @param value as said to people; "not known" when unknown
 * @param known whether it is known
 * @param source who said so, if known
 * @param confirmedOn when, if known
 * @param specialCategory whether it is special-category data
 */
public record Seen(
        String attribute,
        String title,
        String value,
        boolean known,
        Optional<String> source,
        Optional<LocalDate> confirmedOn,
        boolean specialCategory) {}
