package signpost.engine.writing;

import java.util.List;

/**
 * A value that a condition still needs.
 *
 * @param kind what may stand there
 * @param many whether several may, any of which will do
 * @param unit what a number is counted in; may be empty
 * @param least the smallest number; empty where there is none
 * @param most the largest number; empty where there is none
 * @param whole whether fractions are refused
 * @param choices what to choose from; of a day, days that are named otherwise than by a date
 * @param example one that may stand there
 */
public record Slot(
        Kind kind,
        boolean many,
        String unit,
        String least,
        String most,
        boolean whole,
        List<Choice> choices,
        String example) {

    /** What may stand in a slot. */
    public enum Kind {
        NUMBER,
        /** One of the choices. */
        CHOICE,
        /** One of the choices, or nothing. */
        OPTIONAL_CHOICE,
        TEXT,
        /** A date such as {@code 1 September 2026} or {@code 31 March}, or one of the choices. */
        DAY,
        /** {@code 10 days} or {@code 6 weeks}. */
        SPAN
    }

    public Slot {
        choices = List.copyOf(choices);
    }

    static Slot number(String unit, String least, String most, boolean whole, String example) {
        return new Slot(Kind.NUMBER, false, unit, least, most, whole, List.of(), example);
    }

    static Slot choice(List<Choice> choices) {
        return new Slot(
                Kind.CHOICE, false, "", "", "", false, choices, choices.get(0).value());
    }

    static Slot optional(List<Choice> choices) {
        return new Slot(Kind.OPTIONAL_CHOICE, false, "", "", "", false, choices, "");
    }

    static Slot text(String example) {
        return new Slot(Kind.TEXT, false, "", "", "", false, List.of(), example);
    }

    static Slot day(String example) {
        return new Slot(Kind.DAY, false, "", "", "", false, Days.NAMED, example);
    }

    static Slot span(String example) {
        return new Slot(Kind.SPAN, false, "", "", "", true, List.of(), example);
    }

    /** The same for several values. */
    Slot orMore() {
        return new Slot(kind, true, unit, least, most, whole, choices, example);
    }
}
