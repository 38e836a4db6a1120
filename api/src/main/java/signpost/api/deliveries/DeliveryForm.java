package signpost.api.deliveries;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import signpost.api.pages.FreeText;
import signpost.api.pages.Mistake;
import signpost.api.pages.TypedDay;

/** What happened, as somebody typed it. Everything is kept as typed, so that nothing is lost when it is shown again. */
record DeliveryForm(String what, TypedDay on, String outcome, String note) {

    static DeliveryForm of(Map<String, String> sent) {
        return new DeliveryForm(
                word(sent, "what"),
                TypedDay.of(sent, "on"),
                word(sent, "outcome"),
                FreeText.clean(sent.getOrDefault("note", "")));
    }

    static DeliveryForm empty(LocalDate today) {
        return new DeliveryForm("", TypedDay.of(today), "", "");
    }

    /** How it went belongs to what was delivered; a radio cannot be unchosen, so it is left behind elsewhere. */
    Told told(Recorder by) {
        boolean delivered = what.equals(What.DELIVERED.code());
        return new Told(
                what, on.day(), delivered && !outcome.isEmpty() ? Optional.of(outcome) : Optional.empty(), note, by);
    }

    /** Where a mistake stands on the page, and what it says there. */
    Mistake mistake(Answer.Wrong wrong) {
        return switch (wrong.field()) {
            case "what" ->
                Mistake.inChoice(
                        "what",
                        What.of(what).isEmpty() ? "Choose what happened" : "This is recorded already of that day");
            case "on" -> Mistake.inDay("on", dayMistaken());
            case "note" -> new Mistake("note", "The note must be 1,000 characters or fewer");
            default -> Mistake.inChoice("outcome", "Choose how it went");
        };
    }

    private String dayMistaken() {
        if (on.blank()) {
            return "Enter the day";
        }
        if (on.noSuchDay()) {
            return "Enter a day that exists, such as 27 11 2026";
        }
        if (what.equals(What.PLANNED.code())) {
            return "The day must be today or within a year from now";
        }
        return what.equals(What.CANCELLED.code())
                ? "The day must not be before it was suggested, nor more than a year from now"
                : "The day must be today or earlier, and not before it was suggested";
    }

    private static String word(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }
}
