package signpost.engine.analysis;

import java.time.LocalDate;
import java.util.Map;
import signpost.engine.profile.Profile;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.profile.TermCalendar;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Subject;

/** Stands in for a student where only the day, or one attribute, is asked about. */
record Nobody(StudentOnDate student, Points points) implements Subject {

    /** A day on which nothing is known of anybody, in the usual English calendar. */
    static StudentOnDate on(LocalDate day) {
        return new StudentOnDate(new Profile("", Map.of()), day, TermCalendar.english());
    }

    @Override
    public Answer flagged(String flag) {
        return Answer.UNKNOWN;
    }

    @Override
    public Points score(String score) {
        return points;
    }
}
