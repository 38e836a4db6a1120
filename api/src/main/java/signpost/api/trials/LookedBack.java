package signpost.api.trials;

import java.time.Clock;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.destinations.Destinations;
import signpost.api.recommendations.StudentsJudged;
import signpost.api.terms.SchoolTerm;
import signpost.engine.backtest.Backtest;
import signpost.engine.cohort.Outcome;
import signpost.engine.evaluation.Recommender;
import signpost.engine.profile.StudentOnDate;

/**
 * Both books held against what became of students: those of whom an outcome is on record are judged as they were known when
 * a closed term ended, and each rule as though it had been in force then.
 */
@Service
class LookedBack {

    private final StudentsJudged judged;
    private final Destinations destinations;
    private final Clock clock;

    LookedBack(StudentsJudged judged, Destinations destinations, Clock clock) {
        this.judged = judged;
        this.destinations = destinations;
        this.clock = clock;
    }

    /**
     * Judges the students of whom it was told what became of them; nothing when none of them came to a known end.
     *
     * @param term at whose end they are judged as they were known then; without one, as they are known today
     */
    @Transactional
    public Optional<SideBySide> of(UUID school, Books books, Optional<SchoolTerm> term) {
        Map<UUID, Outcome> became = destinations.all();
        return became.values().stream().anyMatch(Outcome::isKnown)
                ? Optional.of(SideBySide.of(
                        backtest(school, books.inForce(), term, became), backtest(school, books.draft(), term, became)))
                : Optional.empty();
    }

    private Backtest backtest(UUID school, Recommender book, Optional<SchoolTerm> term, Map<UUID, Outcome> became) {
        LocalDate today = LocalDate.now(clock);
        Recommender recommender = new Recommender(book.book().asThoughAlways(today));
        List<UUID> students = List.copyOf(became.keySet());
        List<StudentOnDate> known = term.map(one -> judged.asOf(
                        school, recommender.book(), students, one.term().ends()))
                .orElseGet(() -> judged.on(school, recommender.book(), students, today));
        IdentityHashMap<StudentOnDate, Outcome> outcomes = new IdentityHashMap<>();
        for (int at = 0; at < known.size(); at++) {
            Outcome outcome = became.get(students.get(at));
            if (outcome != null) {
                outcomes.put(known.get(at), outcome);
            }
        }
        return Backtest.of(recommender, known.iterator(), student -> outcomes.getOrDefault(student, Outcome.NOT_KNOWN));
    }
}
