package signpost.engine.profile;

import java.time.LocalDate;

/**
 * A student as rules see one: what is known, on which day, in which calendar.
 *
 * @param profile what is known
 * @param on the day judged; the engine has no clock
 * @param calendar the school's terms
 */
public record StudentOnDate(Profile profile, LocalDate on, TermCalendar calendar) {

    public Fact fact(String key) {
        return profile.fact(key);
    }

    public Term term() {
        return calendar.on(on);
    }
}
