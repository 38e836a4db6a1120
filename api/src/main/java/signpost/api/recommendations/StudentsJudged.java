package signpost.api.recommendations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.students.Profiles;
import signpost.api.terms.Terms;
import signpost.engine.profile.History;
import signpost.engine.profile.Profile;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.profile.TermCalendar;
import signpost.engine.rulebook.RuleBook;

/**
 * Students as rules judge them: what is known, the school's terms and, where a book asks for it, what earlier terms left
 * behind. In sets: as many statements for many as for one.
 */
@Service
public class StudentsJudged {

    private final Terms terms;
    private final Profiles profiles;
    private final EarlierTerms earlier;

    StudentsJudged(Terms terms, Profiles profiles, EarlierTerms earlier) {
        this.terms = terms;
        this.profiles = profiles;
        this.earlier = earlier;
    }

    /** As they are known now, in the words of the book, in the order given. */
    @Transactional
    public List<StudentOnDate> on(UUID school, RuleBook book, List<UUID> students, LocalDate day) {
        return together(school, book, students, day, profiles.of(students, book.vocabulary()));
    }

    /** As they were known when a day ended; what was recorded later does not count, nor does help given later. */
    @Transactional
    public List<StudentOnDate> asOf(UUID school, RuleBook book, List<UUID> students, LocalDate day) {
        return together(school, book, students, day, profiles.asOf(students, day, book.vocabulary())).stream()
                .map(student ->
                        new StudentOnDate(student.profile(), day, student.calendar(), until(student.history(), day)))
                .toList();
    }

    private List<StudentOnDate> together(
            UUID school, RuleBook book, List<UUID> students, LocalDate day, Map<UUID, Profile> known) {
        TermCalendar calendar = terms.calendar(school);
        Map<UUID, History> histories = book.asksOfEarlierTerms()
                ? earlier.of(school, students, calendar.before(day, 1).ends(), book.vocabulary())
                : Map.of();
        List<StudentOnDate> judged = new ArrayList<>(students.size());
        for (UUID student : students) {
            judged.add(new StudentOnDate(
                    Optional.ofNullable(known.get(student)).orElse(new Profile(student.toString(), Map.of())),
                    day,
                    calendar,
                    histories.getOrDefault(student, History.NONE)));
        }
        return judged;
    }

    private static History until(History history, LocalDate day) {
        Map<History.Step, List<History.Help>> help = new HashMap<>();
        history.help()
                .forEach((step, done) -> help.put(
                        step,
                        done.stream().filter(one -> !one.on().isAfter(day)).toList()));
        return new History(history.flaggedLastTerm(), help, history.lastTerm());
    }
}
