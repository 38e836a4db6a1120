package signpost.engine.rulebook;

import java.time.LocalDate;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.profile.TermCalendar;

/** A stretch of time in a condition about what was done before. */
public enum Span {
    THIS_TERM,
    LAST_TERM,
    THIS_YEAR,
    EVER;

    /** Whether {@code day} lies in this stretch, seen from the student's day. */
    public boolean includes(LocalDate day, StudentOnDate student) {
        LocalDate on = student.on();
        return switch (this) {
            case THIS_TERM -> student.term().includes(day);
            case LAST_TERM -> student.calendar().before(on, 1).includes(day);
            case THIS_YEAR -> TermCalendar.academicYear(day) == TermCalendar.academicYear(on);
            case EVER -> true;
        };
    }
}
