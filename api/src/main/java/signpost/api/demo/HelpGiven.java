package signpost.api.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import signpost.api.deliveries.Deliveries;
import signpost.api.deliveries.Delivery;
import signpost.api.deliveries.Effect;
import signpost.api.deliveries.Entry;
import signpost.api.deliveries.Mark;
import signpost.api.deliveries.Marking;
import signpost.api.deliveries.Recorder;
import signpost.api.deliveries.Together;
import signpost.api.deliveries.What;
import signpost.api.schools.StaffMember;

/** What became of help that was accepted, by turns: held, missed, missed again, put off, still to come. */
@Component
@Profile("demo")
class HelpGiven {

    private static final int TURNS = 11;

    private final Together together;
    private final Deliveries deliveries;
    private final Marking marking;

    HelpGiven(Together together, Deliveries deliveries, Marking marking) {
        this.together = together;
        this.deliveries = deliveries;
        this.marking = marking;
    }

    /** Help accepted on a day, by whom. */
    record Accepted(UUID recommendation, StaffMember by, LocalDate on) {}

    /**
     * Notes what became of it.
     *
     * @param until after it nothing is held; what was to be then stays planned
     */
    void note(Diary diary, Accepted help, int number, LocalDate until) {
        LocalDate first = weekday(help.on().plusDays(8));
        LocalDate second = weekday(first.plusDays(7));
        switch (number % TURNS) {
            case 0, 8 -> {
                held(diary, help, first, What.DELIVERED, until);
                outcome(
                        diary,
                        help,
                        weekday(first.plusDays(12)),
                        number % 2 == 0 ? Effect.HELPED : Effect.SOME_CHANGE,
                        until);
            }
            case 2 -> held(diary, help, first, What.DELIVERED, until);
            case 3 -> {
                held(diary, help, first, What.DID_NOT_ATTEND, until);
                held(diary, help, second, What.DELIVERED, until);
            }
            case 5 -> held(diary, help, first, What.CANCELLED, until);
            case 6 -> {
                held(diary, help, first, What.DID_NOT_ATTEND, until);
                held(diary, help, second, What.DID_NOT_ATTEND, until);
            }
            default -> {}
        }
    }

    /** Planned, and then what it came to. */
    private void held(Diary diary, Accepted help, LocalDate on, What what, LocalDate until) {
        if (on.isAfter(until)) {
            return;
        }
        LocalDate planned = on.minusDays(5).isBefore(help.on()) ? help.on() : on.minusDays(5);
        diary.on(planned, () -> record(help.by(), help.recommendation(), What.PLANNED, on));
        diary.on(on, () -> record(help.by(), help.recommendation(), what, on));
    }

    private void outcome(Diary diary, Accepted help, LocalDate on, Effect effect, LocalDate until) {
        if (!on.isAfter(until)) {
            diary.on(
                    on,
                    () -> last(help.by().schoolId(), help.recommendation())
                            .filter(delivery -> delivery.what() == What.DELIVERED)
                            .ifPresent(delivery -> mark(help.by(), delivery, effect)));
        }
    }

    private void record(StaffMember by, UUID recommendation, What what, LocalDate on) {
        Optional<UUID> seen = last(by.schoolId(), recommendation).map(Delivery::id);
        together.record(
                by.schoolId(),
                List.of(Entry.next(recommendation, seen, what, on)),
                Recorder.staff(by.staffId(), by.displayName()));
    }

    private void mark(StaffMember by, Delivery delivery, Effect effect) {
        marking.record(
                by.schoolId(),
                List.of(new Mark(delivery.id(), Optional.empty(), effect, "", Optional.empty())),
                by.staffId(),
                by.displayName());
    }

    private Optional<Delivery> last(UUID school, UUID recommendation) {
        return deliveries.on(school, List.of(recommendation)).getOrDefault(recommendation, List.of()).stream()
                .findFirst();
    }

    private static LocalDate weekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }
}
