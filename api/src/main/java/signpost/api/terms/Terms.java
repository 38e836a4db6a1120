package signpost.api.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.schools.Ids;
import signpost.engine.profile.Term;
import signpost.engine.profile.TermCalendar;

/** The terms of schools; a year without any gets the usual English ones when first asked for. */
@Service
public class Terms {

    private final TermRows rows;
    private final Ids ids;

    Terms(TermRows rows, Ids ids) {
        this.rows = rows;
        this.ids = ids;
    }

    /** The calendar rules are judged by. */
    @Transactional
    public TermCalendar calendar(UUID school) {
        return new TermCalendar(all(school).stream().map(SchoolTerm::term).toList());
    }

    /** The school's term that includes the day. */
    @Transactional
    public SchoolTerm on(UUID school, LocalDate day) {
        return including(school, day).stream().findFirst().orElseGet(() -> {
            make(school, TermCalendar.academicYear(day));
            return including(school, day).get(0);
        });
    }

    private List<SchoolTerm> including(UUID school, LocalDate day) {
        return all(school).stream().filter(kept -> kept.term().includes(day)).toList();
    }

    private List<SchoolTerm> all(UUID school) {
        return rows.findBySchoolIdOrderByStartsOn(school).stream()
                .map(TermRow::term)
                .toList();
    }

    private void make(UUID school, int academicYear) {
        for (Term term : TermCalendar.usualTerms(academicYear)) {
            rows.add(school, ids.next(), academicYear, term.season().name(), term.starts(), term.ends());
        }
    }
}
