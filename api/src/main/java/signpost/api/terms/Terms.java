package signpost.api.terms;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.schools.Ids;
import signpost.engine.profile.Term;
import signpost.engine.profile.TermCalendar;

/**
 * The terms of schools; a year without any gets the usual English ones when first asked for. A school's very first term is
 * open from then on: nothing stands in it yet, and what is imported minutes later is to be judged in it.
 */
@Service
public class Terms {

    private final TermRows rows;
    private final TermSteps steps;
    private final Ids ids;
    private final Clock clock;

    Terms(TermRows rows, TermSteps steps, Ids ids, Clock clock) {
        this.rows = rows;
        this.steps = steps;
        this.ids = ids;
        this.clock = clock;
    }

    /** The calendar rules are judged by. */
    @Transactional
    public TermCalendar calendar(UUID school) {
        return new TermCalendar(all(school).stream().map(SchoolTerm::term).toList());
    }

    /** The school's term that includes the day. */
    @Transactional
    public SchoolTerm on(UUID school, LocalDate day) {
        return including(school, day)
                .or(() -> {
                    make(school, TermCalendar.academicYear(day));
                    return including(school, day);
                })
                .orElseThrow();
    }

    /**
     * The term that work of the day belongs to: the one that includes it, or the one after that when it is closed. A term
     * that has not begun yet suggests nothing; what people decide meanwhile stands in it.
     */
    @Transactional
    public SchoolTerm working(UUID school, LocalDate day) {
        SchoolTerm term = on(school, day);
        return term.state() == TermState.CLOSED ? on(school, term.term().ends().plusDays(1)) : term;
    }

    @Transactional(readOnly = true)
    public Optional<SchoolTerm> find(UUID school, UUID id) {
        return all(school).stream().filter(term -> term.id().equals(id)).findFirst();
    }

    /** The term that ends the day before this one begins, if the school has it. */
    @Transactional(readOnly = true)
    public Optional<SchoolTerm> before(UUID school, SchoolTerm term) {
        return including(school, term.term().starts().minusDays(1));
    }

    /** Every term the school has, in order of days. */
    @Transactional(readOnly = true)
    public List<SchoolTerm> all(UUID school) {
        return rows.findBySchoolIdOrderByStartsOn(school).stream()
                .map(TermRow::term)
                .toList();
    }

    /** The three terms of the academic year that began in {@code academicYear}. */
    @Transactional
    public List<SchoolTerm> year(UUID school, int academicYear) {
        if (kept(school, academicYear).isEmpty()) {
            make(school, academicYear);
        }
        return kept(school, academicYear);
    }

    private List<SchoolTerm> kept(UUID school, int academicYear) {
        return all(school).stream()
                .filter(term -> term.term().academicYear() == academicYear)
                .toList();
    }

    private Optional<SchoolTerm> including(UUID school, LocalDate day) {
        return all(school).stream().filter(kept -> kept.term().includes(day)).findFirst();
    }

    private void make(UUID school, int academicYear) {
        boolean first = all(school).isEmpty();
        for (Term term : TermCalendar.usualTerms(academicYear)) {
            rows.add(school, ids.next(), academicYear, term.season().name(), term.starts(), term.ends());
        }
        if (first) {
            begin(school);
        }
    }

    private void begin(UUID school) {
        including(school, LocalDate.now(clock))
                .filter(term -> rows.step(school, term.id(), List.of(TermState.PLANNED.name()), TermState.OPEN.name()))
                .ifPresent(term -> steps.add(school, term.id(), TermStep.Kind.OPENED, term.term(), Optional.empty()));
    }
}
