package signpost.api.insights;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.TermClosed;
import signpost.api.terms.TermState;
import signpost.api.terms.Terms;

/**
 * The figures of a school's terms: kept when a term closes, counted while it is open, by the same statement. Students on roll
 * count, each once a measure; leavers do not.
 */
@Service
public class Insights {

    private final Figures figures;
    private final Terms terms;
    private final Clock clock;

    Insights(Figures figures, Terms terms, Clock clock) {
        this.figures = figures;
        this.terms = terms;
        this.clock = clock;
    }

    /** Every term there are figures of, the earliest first; the last is of now unless it is closed. */
    @Transactional
    public List<TermFigures> terms(UUID school) {
        SchoolTerm now = terms.on(school, LocalDate.now(clock));
        Map<UUID, List<Figure>> kept = figures.kept(school);
        List<TermFigures> all = new ArrayList<>();
        for (SchoolTerm term : terms.all(school)) {
            if (kept.containsKey(term.id())) {
                all.add(new TermFigures(term, true, kept.get(term.id())));
            } else if (term.id().equals(now.id()) && term.state() != TermState.CLOSED) {
                all.add(counted(school, term));
            }
        }
        return all;
    }

    /** After what the close itself puts aside. */
    @EventListener
    @Order(10)
    void keep(TermClosed closed) {
        figures.keep(closed.school(), closed.term(), until(closed.term()));
    }

    private TermFigures counted(UUID school, SchoolTerm term) {
        return new TermFigures(term, false, figures.count(school, term, until(term)));
    }

    /** The day as of whose end it counts. */
    private LocalDate until(SchoolTerm term) {
        LocalDate today = LocalDate.now(clock);
        return term.term().ends().isBefore(today) ? term.term().ends() : today;
    }
}
