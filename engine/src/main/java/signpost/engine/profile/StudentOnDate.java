package signpost.engine.profile;

import java.time.LocalDate;

/**
 * A student as rules see one: what is known, on which day, in which calendar, and what earlier days left behind.
 *
 * @param profile what is known
 * @param on the day judged; the engine has no clock
 * @param calendar the school's terms
 * @param history flags, help and facts of earlier days, as far as a record was kept
 */
public record StudentOnDate(Profile profile, LocalDate on, TermCalendar calendar, History history) {

    /** A student of whose earlier days nothing is kept. */
    public StudentOnDate(Profile profile, LocalDate on, TermCalendar calendar) {
        this(profile, on, calendar, History.NONE);
    }

    public Fact fact(String key) {
        return profile.fact(key);
    }

    public Term term() {
        return calendar.on(on);
    }
}
