package signpost.api.deliveries;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.interviews.Fulfilling;
import signpost.api.interviews.InterviewKind;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.Sight;
import signpost.api.recommendations.State;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.engine.catalogue.Catalogue;

/**
 * An accepted interview is delivered by holding one: which kinds of interview an intervention is, its catalogue says. One
 * interview delivers one recommendation, the one planned for that day before the one due first.
 */
@Component
class FulfilledByInterview implements Fulfilling {

    private final Recommendations recommendations;
    private final Deliveries deliveries;
    private final Delivering delivering;
    private final BookInForce book;

    FulfilledByInterview(
            Recommendations recommendations, Deliveries deliveries, Delivering delivering, BookInForce book) {
        this.recommendations = recommendations;
        this.deliveries = deliveries;
        this.delivering = delivering;
        this.book = book;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> heldOn(StaffMember person, UUID student, InterviewKind kind, LocalDate day) {
        UUID school = person.schoolId();
        Catalogue catalogue = book.recommender().book().catalogue();
        Set<String> codes = catalogue.heldAs(kind.code());
        // Taken back counts too: whoever mends a word in the interview does not say again that it was delivered.
        if (codes.isEmpty() || deliveries.everOn(school, student, codes, day)) {
            return Optional.empty();
        }
        return waiting(school, student, codes, day)
                .filter(one -> delivering.record(school, one.id(), told(person, day)) instanceof Answer.Recorded)
                .filter(one -> Sight.of(person, book.recommender().book()).sees(one.shown()))
                .map(one -> catalogue.title(one.intervention()));
    }

    private Optional<Recommendation> waiting(UUID school, UUID student, Set<String> codes, LocalDate day) {
        List<Recommendation> accepted =
                recommendations
                        .ofStudents(school, List.of(student), Set.of(State.ACCEPTED))
                        .getOrDefault(student, List.of())
                        .stream()
                        .filter(one -> codes.contains(one.intervention()))
                        .toList();
        Map<UUID, List<Delivery>> happened =
                deliveries.on(school, accepted.stream().map(Recommendation::id).toList());
        return accepted.stream()
                .min(Comparator.comparing(
                                (Recommendation one) -> !planned(happened.getOrDefault(one.id(), List.of()), day))
                        .thenComparing(Recommendation::due)
                        .thenComparing(Recommendation::id));
    }

    private static boolean planned(List<Delivery> happened, LocalDate day) {
        return happened.stream()
                .limit(1)
                .anyMatch(last -> last.what() == What.PLANNED && last.on().equals(day));
    }

    private static Told told(StaffMember person, LocalDate day) {
        return new Told(
                What.DELIVERED.code(),
                Optional.of(day),
                Optional.empty(),
                "",
                Recorder.staff(person.staffId(), person.displayName()));
    }
}
