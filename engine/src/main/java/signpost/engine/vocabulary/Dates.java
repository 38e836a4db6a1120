package signpost.engine.vocabulary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Days as exports and people write them: {@code 2026-09-01}, {@code 01/09/2026}, {@code 1 September 2026}. */
public final class Dates {

    private static final DateTimeFormatter WORDS = worded("d MMMM uuuu");
    private static final DateTimeFormatter MOMENT = worded("d MMMM uuuu 'at' HH:mm");
    private static final DateTimeFormatter DAY_OF_YEAR = worded("d MMMM");
    private static final List<DateTimeFormatter> FORMS =
            List.of(DateTimeFormatter.ISO_LOCAL_DATE, worded("d/M/uuuu"), WORDS, worded("d MMM uuuu"));

    private Dates() {}

    public static Optional<LocalDate> read(String text) {
        for (DateTimeFormatter form : FORMS) {
            try {
                LocalDate date = LocalDate.parse(text, form);
                if (date.getYear() >= 1900 && date.getYear() <= 2200) {
                    return Optional.of(date);
                }
            } catch (DateTimeException notThisForm) {
                // The next form may fit.
            }
        }
        return Optional.empty();
    }

    /** A day without a year: {@code 31 March}. */
    public static Optional<MonthDay> readDayOfYear(String text) {
        try {
            return Optional.of(MonthDay.parse(text, DAY_OF_YEAR));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /** {@code 1 September 2026}. */
    public static String words(LocalDate date) {
        return WORDS.format(date);
    }

    /** {@code 31 March}. */
    /** A moment as the clock on the wall says it: {@code 16 November 2026 at 14:05}. */
    public static String moment(ZonedDateTime at) {
        return MOMENT.format(at);
    }

    public static String words(MonthDay day) {
        return DAY_OF_YEAR.format(day);
    }

    private static DateTimeFormatter worded(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.UK)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
