package signpost.api.decisions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A decision as somebody typed it. Everything is kept as typed, so that nothing is lost when it has to be shown again.
 *
 * @param version of the recommendation they saw; what is no number is a version nobody ever saw
 */
record DecisionForm(
        String outcome,
        String version,
        String overrideReason,
        String comment,
        String intervention,
        String day,
        String month,
        String year) {

    private static final int NO_VERSION = 0;

    static DecisionForm of(Map<String, String> sent) {
        return new DecisionForm(
                word(sent, "outcome"),
                word(sent, "version"),
                word(sent, "overrideReason"),
                // Browsers end lines with CR LF; controls cannot be kept and mean nothing.
                sent.getOrDefault("comment", "")
                        .replace("\r\n", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                        .strip(),
                word(sent, "intervention"),
                word(sent, "deferredUntil-day"),
                word(sent, "deferredUntil-month"),
                word(sent, "deferredUntil-year"));
    }

    static DecisionForm empty(String outcome, int version) {
        return new DecisionForm(outcome, Integer.toString(version), "", "", "", "", "", "");
    }

    /** The same words about the recommendation as it stands now. */
    DecisionForm about(int now) {
        return new DecisionForm(
                outcome, Integer.toString(now), overrideReason, comment, intervention, day, month, year);
    }

    public boolean overrides() {
        return outcome.equals(Outcome.OVERRIDDEN.code());
    }

    public boolean defers() {
        return outcome.equals(Outcome.DEFERRED.code());
    }

    /** Whether a day was typed that the calendar does not have. */
    boolean noSuchDay() {
        return defers() && !(day + month + year).isEmpty() && until().isEmpty();
    }

    /** What belongs to another outcome is not sent on. */
    Feedback feedback(Decider decider) {
        return new Feedback(
                outcome,
                Optional.of(number(version).orElse(NO_VERSION)),
                overrides() ? given(overrideReason) : Optional.empty(),
                comment,
                overrides() ? given(intervention) : Optional.empty(),
                defers() ? until() : Optional.empty(),
                decider,
                Optional.empty());
    }

    private Optional<LocalDate> until() {
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

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String word(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }
}
