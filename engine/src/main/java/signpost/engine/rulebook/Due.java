package signpost.engine.rulebook;

import java.time.LocalDate;
import java.time.MonthDay;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.profile.TermCalendar;

/** By when a recommendation should be acted on. */
public sealed interface Due {

    LocalDate from(StudentOnDate student);

    record Within(int days) implements Due {
        @Override
        public LocalDate from(StudentOnDate student) {
            return student.on().plusDays(days);
        }
    }

    /** A day of the academic year; once it has passed, the day judged. */
    record By(MonthDay day) implements Due {
        @Override
        public LocalDate from(StudentOnDate student) {
            LocalDate due = TermCalendar.inAcademicYear(day, student.on());
            return due.isBefore(student.on()) ? student.on() : due;
        }
    }

    record ThisTerm() implements Due {
        @Override
        public LocalDate from(StudentOnDate student) {
            return student.term().ends();
        }
    }
}
