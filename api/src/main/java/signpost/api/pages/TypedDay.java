package signpost.api.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A day as somebody typed it in three fields, kept as typed so that it can be shown again. */
public record TypedDay(String dayOfMonth, String month, String year) {

    public static final TypedDay BLANK = new TypedDay("", "", "");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    /**
     * The day of a field of a form.
     *
     * @param name of the field: its parts are sent as {@code name-day}, {@code name-month} and {@code name-year}
     */
    public static TypedDay of(Map<String, String> sent, String name) {
        return new TypedDay(word(sent, name + "-day"), word(sent, name + "-month"), word(sent, name + "-year"));
    }

    /** As a form shows a day that is suggested or was kept before. */
    public static TypedDay of(LocalDate day) {
        return new TypedDay("" + day.getDayOfMonth(), "" + day.getMonthValue(), "" + day.getYear());
    }

    public boolean blank() {
        return (dayOfMonth + month + year).isEmpty();
    }

    /** The day, if the calendar has it and it lies in a year that somebody may mean: 1900 to 2199. */
    public Optional<LocalDate> day() {
        try {
            return number(year)
                    .filter(y -> y >= FIRST_YEAR && y <= LAST_YEAR)
                    .flatMap(y -> number(month).flatMap(m -> number(dayOfMonth).map(d -> LocalDate.of(y, m, d))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Whether something was typed that is no day. */
    public boolean noSuchDay() {
        return !blank() && day().isEmpty();
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static String word(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }
}
