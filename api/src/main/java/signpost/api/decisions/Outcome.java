package signpost.api.decisions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import signpost.api.recommendations.State;

/** What a person decided. */
public enum Outcome {
    ACCEPTED(State.ACCEPTED),
    OVERRIDDEN(State.OVERRIDDEN),
    DEFERRED(State.DEFERRED);

    private final State state;

    Outcome(State state) {
        this.state = state;
    }

    /** The state it brings a recommendation to. */
    public State state() {
        return state;
    }

    /** As the API writes it: {@code accepted}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Outcome> of(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst();
    }
}
