package signpost.api.missed;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.deliveries.Deliveries;
import signpost.api.deliveries.Delivery;
import signpost.api.deliveries.Entry;
import signpost.api.deliveries.Recorder;
import signpost.api.deliveries.Together;
import signpost.api.deliveries.What;
import signpost.api.schools.Ids;
import signpost.api.schools.StaffMember;
import signpost.api.students.Students;

/** Takes down how to go on with help that was not attended twice. */
@Service
class GoingOn {

    private final MissedHelp missed;
    private final Deliveries deliveries;
    private final Together together;
    private final Students students;
    private final Ids ids;
    private final Clock clock;

    GoingOn(MissedHelp missed, Deliveries deliveries, Together together, Students students, Ids ids, Clock clock) {
        this.missed = missed;
        this.deliveries = deliveries;
        this.together = together;
        this.students = students;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Decides, unless somebody else has.
     *
     * @param times how often the student had not attended, as the person saw it
     * @param on the day, when it is planned again
     * @return why it does not count, or empty
     */
    @Transactional
    public Optional<String> decide(
            StaffMember person, UUID id, int times, Way way, Optional<LocalDate> on, String note) {
        UUID school = person.schoolId();
        missed.of(school, id).ifPresent(one -> students.lock(List.of(one.student())));
        Optional<Missed> now = missed.of(school, id);
        if (now.isEmpty()) {
            return Optional.of("It is delivered, overridden or not missed twice any more.");
        }
        if (now.get().times() != times) {
            return Optional.of("Meanwhile it was recorded that the student "
                    + now.get().words().toLowerCase(java.util.Locale.UK) + ".");
        }
        if (now.get().referredTo().isPresent()) {
            return Optional.of(now.get().by() + " has decided meanwhile how to go on.");
        }
        Optional<UUID> planned = Optional.empty();
        if (way == Way.PLAN_AGAIN) {
            Optional<UUID> seen = deliveries.on(school, List.of(id)).getOrDefault(id, List.of()).stream()
                    .findFirst()
                    .map(Delivery::id);
            Together.Result result = together.record(
                    school,
                    List.of(Entry.next(id, seen, What.PLANNED, on.orElseThrow())),
                    Recorder.staff(person.staffId(), person.displayName()));
            if (!result.handedBack().isEmpty()) {
                return Optional.ofNullable(result.handedBack().get(id));
            }
            planned = Optional.ofNullable(result.recorded().get(id));
        }
        UUID decision = ids.next();
        missed.add(school, decision, now.get(), way, planned, person.staffId(), clock.instant());
        missed.words(school, decision, person.displayName(), note);
        return Optional.empty();
    }
}
