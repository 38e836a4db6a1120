package signpost.api.deliveries;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What happened, as somebody typed it. Everything is kept as typed, so that nothing is lost when it is shown again. */
record DeliveryForm(String what, String day, String month, String year, String outcome, String note) {

    static DeliveryForm of(Map<String, String> sent) {
        return new DeliveryForm(
                word(sent, "what"),
                word(sent, "on-day"),
                word(sent, "on-month"),
                word(sent, "on-year"),
                word(sent, "outcome"),
                // Browsers end lines with CR LF; controls cannot be kept and mean nothing.
                sent.getOrDefault("note", "")
                        .replace("\r\n", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                        .strip());
    }

    static DeliveryForm empty(LocalDate today) {
        return new DeliveryForm(
                "", "" + today.getDayOfMonth(), "" + today.getMonthValue(), "" + today.getYear(), "", "");
    }

    /** How it went belongs to what was delivered; a radio cannot be unchosen, so it is left behind elsewhere. */
    Told told(Recorder by) {
        boolean delivered = what.equals(What.DELIVERED.code());
        return new Told(
                what, on(), delivered && !outcome.isEmpty() ? Optional.of(outcome) : Optional.empty(), note, by);
    }

    /** Where a mistake stands on the page, and what it says there. */
    DeliveryPages.Mistake mistake(Answer.Wrong wrong) {
        return switch (wrong.field()) {
            case "what" ->
                new DeliveryPages.Mistake(
                        "what",
                        What.of(what).isEmpty() ? "Choose what happened" : "This is recorded already of that day");
            case "on" -> new DeliveryPages.Mistake("on", dayMistaken());
            case "note" -> new DeliveryPages.Mistake("note", "The note must be 1,000 characters or fewer");
            default -> new DeliveryPages.Mistake("outcome", "Choose how it went");
        };
    }

    private String dayMistaken() {
        if ((day + month + year).isEmpty()) {
            return "Enter the day";
        }
        if (on().isEmpty()) {
            return "Enter a day that exists, such as 27 11 2026";
        }
        if (what.equals(What.PLANNED.code())) {
            return "The day must be today or within a year from now";
        }
        return what.equals(What.CANCELLED.code())
                ? "The day must not be before it was suggested, nor more than a year from now"
                : "The day must be today or earlier, and not before it was suggested";
    }

    private Optional<LocalDate> on() {
        try {
            return number(year)
                    .flatMap(y -> number(month).flatMap(m -> number(day).map(d -> LocalDate.of(y, m, d))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static String word(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }
}
