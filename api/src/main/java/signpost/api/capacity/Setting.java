package signpost.api.capacity;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.pages.Mistakes;
import signpost.api.schools.StaffMember;

/** Sets what a school can give in a term; writes only what is different. */
@Service
class Setting {

    /** What came of it. */
    sealed interface Answer {

        record Set(int changed) implements Answer {}

        record Refused(Mistakes mistakes) implements Answer {}

        /** Somebody else set it since the person opened the page. */
        record Stale() implements Answer {}
    }

    private final Limits limits;
    private final Clock clock;

    Setting(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Sets the places and hours of a term, if they still stand as the person saw them.
     *
     * @param titles of the interventions offered, by code
     * @param seen what the person had before them, as {@link LimitForm#written}
     */
    @Transactional
    public Answer set(StaffMember by, UUID term, LimitForm form, Map<String, String> titles, String seen) {
        limits.lock(by.schoolId(), term);
        Capacity now = limits.of(by.schoolId(), term);
        List<Limits.Adviser> advisers = limits.advisers(by.schoolId());
        Mistakes mistakes = form.mistakes(titles, advisers);
        if (!mistakes.none()) {
            return new Answer.Refused(mistakes);
        }
        if (!LimitForm.of(now).written().equals(seen)) {
            return new Answer.Stale();
        }
        return new Answer.Set(
                interventions(by, term, form, titles.keySet(), now) + advisers(by, term, form, advisers, now));
    }

    private int interventions(StaffMember by, UUID term, LimitForm form, Collection<String> codes, Capacity now) {
        Instant at = clock.instant();
        int changed = 0;
        for (String code : codes) {
            Limit limit = form.limit(code);
            if (!same(limit, now.of(code))) {
                limits.set(by.schoolId(), term, code, limit, by.staffId(), at);
                changed++;
            }
        }
        return changed;
    }

    private int advisers(StaffMember by, UUID term, LimitForm form, List<Limits.Adviser> advisers, Capacity now) {
        Instant at = clock.instant();
        int changed = 0;
        for (UUID adviser : advisers.stream().map(Limits.Adviser::id).toList()) {
            Optional<BigDecimal> hours = form.hours(adviser);
            if (!same(hours, now.hoursOf(adviser))) {
                limits.set(by.schoolId(), term, adviser, hours, by.staffId(), at);
                changed++;
            }
        }
        return changed;
    }

    private static boolean same(Limit one, Limit other) {
        return one.places().equals(other.places()) && same(one.hours(), other.hours());
    }

    private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.map(BigDecimal::stripTrailingZeros).equals(other.map(BigDecimal::stripTrailingZeros));
    }
}
