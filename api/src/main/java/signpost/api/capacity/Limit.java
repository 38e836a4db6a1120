package signpost.api.capacity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;
import signpost.engine.catalogue.Intervention;

/**
 * How much of an intervention a school can give in a term.
 *
 * @param places for so many students, if that was set
 * @param hours for so many hours, if that was set
 */
record Limit(Optional<Integer> places, Optional<BigDecimal> hours) {

    static final Limit NONE = new Limit(Optional.empty(), Optional.empty());

    boolean none() {
        return places.isEmpty() && hours.isEmpty();
    }

    /** For how many students it is enough: the smaller of the two; empty where there is no limit. */
    OptionalInt students(Intervention intervention) {
        OptionalInt byHours = hours.isPresent() && intervention.hours().signum() > 0
                ? OptionalInt.of(hours.get()
                                .divide(intervention.hours(), 0, RoundingMode.DOWN)
                                .intValue()
                        * Math.max(1, intervention.places()))
                : OptionalInt.empty();
        if (places.isEmpty()) {
            return byHours;
        }
        return OptionalInt.of(Math.min(places.get(), byHours.orElse(Integer.MAX_VALUE)));
    }
}
