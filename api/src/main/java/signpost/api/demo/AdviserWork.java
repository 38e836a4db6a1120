package signpost.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import signpost.api.decisions.Decider;
import signpost.api.decisions.Deciding;
import signpost.api.decisions.Feedback;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.Showings;
import signpost.api.recommendations.State;
import signpost.api.schools.StaffMember;
import signpost.api.students.Student;
import signpost.api.students.Students;

/** What advisers do with suggestions: read the reasons, then decide. */
@Component
@Profile("demo")
class AdviserWork {

    private static final int ALL = 10_000;

    private final Recommendations recommendations;
    private final Showings showings;
    private final Deciding deciding;
    private final Students students;
    private final DemonstrationClock clock;

    AdviserWork(
            Recommendations recommendations,
            Showings showings,
            Deciding deciding,
            Students students,
            DemonstrationClock clock) {
        this.recommendations = recommendations;
        this.showings = showings;
        this.deciding = deciding;
        this.students = students;
        this.clock = clock;
    }

    /** A suggestion that waits, and whose it is. */
    record Waiting(UUID id, String intervention, Student student) {}

    /** All that wait for a decision: the gravest first, and in the same order at every start. */
    List<Waiting> waiting(UUID school) {
        List<Recommendation> all = recommendations.page(school, EnumSet.of(State.SUGGESTED), Optional.empty(), ALL);
        Map<UUID, Student> who = students.byIds(
                all.stream().map(Recommendation::student).distinct().toList());
        Comparator<Recommendation> needFirst =
                Comparator.comparing(Recommendation::severity).reversed();
        return all.stream()
                .sorted(needFirst
                        .thenComparing(Recommendation::due)
                        .thenComparing(one ->
                                Objects.requireNonNull(who.get(one.student())).studentId())
                        .thenComparing(Recommendation::intervention))
                .map(one -> new Waiting(one.id(), one.intervention(), Objects.requireNonNull(who.get(one.student()))))
                .toList();
    }

    /** Decides as an adviser does who has the student's page open; what is no longer open is left alone. */
    void decide(StaffMember adviser, Waiting on, Choice choice, LocalDate until) {
        Optional<Recommendation> now =
                recommendations.find(adviser.schoolId(), on.id()).filter(one -> one.state() == State.SUGGESTED);
        now.ifPresent(one -> {
            showings.shown(adviser, List.of(one));
            Instant read =
                    clock.instant().plusSeconds(45 + 40L * (one.intervention().hashCode() & 3));
            clock.at(read, () -> deciding.decide(adviser.schoolId(), one.id(), feedback(adviser, one, choice, until)));
        });
    }

    private static Feedback feedback(StaffMember adviser, Recommendation now, Choice choice, LocalDate until) {
        return new Feedback(
                choice.outcome().code(),
                Optional.of(now.version()),
                choice.reason(),
                choice.comment(),
                Optional.empty(),
                choice.putsOff() ? Optional.of(until) : Optional.empty(),
                new Decider(adviser.displayName(), Optional.of(adviser.staffId()), Optional.empty()),
                Optional.empty(),
                false);
    }
}
