package signpost.api.decisions;

import java.util.Map;
import java.util.Optional;
import signpost.api.pages.FreeText;
import signpost.api.pages.TypedDay;

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
        TypedDay deferredUntil) {

    private static final int NO_VERSION = 0;

    static DecisionForm of(Map<String, String> sent) {
        return new DecisionForm(
                word(sent, "outcome"),
                word(sent, "version"),
                word(sent, "overrideReason"),
                FreeText.clean(sent.getOrDefault("comment", "")),
                word(sent, "intervention"),
                TypedDay.of(sent, "deferredUntil"));
    }

    static DecisionForm empty(String outcome, int version) {
        return new DecisionForm(outcome, Integer.toString(version), "", "", "", TypedDay.BLANK);
    }

    /** The same words about the recommendation as it stands now. */
    DecisionForm about(int now) {
        return new DecisionForm(outcome, Integer.toString(now), overrideReason, comment, intervention, deferredUntil);
    }

    public boolean overrides() {
        return outcome.equals(Outcome.OVERRIDDEN.code());
    }

    public boolean defers() {
        return outcome.equals(Outcome.DEFERRED.code());
    }

    /** Whether a day was typed that the calendar does not have. */
    boolean noSuchDay() {
        return defers() && deferredUntil.noSuchDay();
    }

    /** What belongs to another outcome is not sent on. */
    Feedback feedback(Decider decider) {
        return new Feedback(
                outcome,
                Optional.of(number(version).orElse(NO_VERSION)),
                overrides() ? given(overrideReason) : Optional.empty(),
                comment,
                overrides() ? given(intervention) : Optional.empty(),
                defers() ? deferredUntil.day() : Optional.empty(),
                decider,
                Optional.empty(),
                false);
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
