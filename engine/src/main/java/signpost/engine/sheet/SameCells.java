package signpost.engine.sheet;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether cells say the same, however a spreadsheet has written them: 0.50 and 0.5, 2027-07-31 and 31 July 2027. */
final class SameCells {

    private static final Pattern NUMBER = Pattern.compile("(-?\\d{1,15}(?:\\.\\d{1,15})?)(%?)");
    private static final Pattern SPACE = Pattern.compile("[\\s]+");
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    /** What may be a day in words: to find out by an exception is slow, and most cells are none. */
    private static final Pattern PERHAPS = Pattern.compile("\\d{1,2} [A-Z][a-z]{2,8} \\d{4}");

    private SameCells() {}

    /** Without blank cells at the end. */
    static List<String> trimmed(List<String> cells) {
        List<String> trimmed = new ArrayList<>(cells);
        while (!trimmed.isEmpty() && trimmed.get(trimmed.size() - 1).isBlank()) {
            trimmed.remove(trimmed.size() - 1);
        }
        return trimmed;
    }

    /** Equal for rows that say the same. */
    static List<String> plain(List<String> cells) {
        return trimmed(cells).stream().map(SameCells::plain).toList();
    }

    /** Equal for cells that say the same. */
    static String plain(String cell) {
        String text = SPACE.matcher(cell.strip()).replaceAll(" ");
        var number = NUMBER.matcher(text);
        if (number.matches()) {
            BigDecimal value = new BigDecimal(number.group(1));
            return (value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString()) + number.group(2);
        }
        return day(text).map(LocalDate::toString).orElse(text);
    }

    static boolean iso(String cell) {
        return ISO.matcher(cell).matches();
    }

    /** A day, in figures or in words. */
    static Optional<LocalDate> day(String cell) {
        boolean iso = iso(cell);
        if (!iso && !PERHAPS.matcher(cell).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(iso ? LocalDate.parse(cell) : LocalDate.parse(cell, WORDS));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
