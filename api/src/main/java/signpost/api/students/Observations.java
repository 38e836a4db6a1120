package signpost.api.students;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import signpost.engine.profile.Source;

/**
 * What was said of students, by whom and when. INVARIANT: a student and attribute have at most one current observation,
 * and no older day ever overwrites a newer one; what is not current stays as history.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Observations {

    /** More than one student's; an import. */
    private static final int MANY = 500;

    private final ObservationRows rows;
    private final Students students;
    private final ApplicationEventPublisher events;

    Observations(ObservationRows rows, Students students, ApplicationEventPublisher events) {
        this.rows = rows;
        this.students = students;
        this.events = events;
    }

    /**
     * Records a batch in a handful of statements, whatever its size, and publishes {@link ProfilesChanged} when it
     * changed anything current. The same batch again changes nothing.
     *
     * <p>The same value from the same source on a later day confirms the current observation. Another value, or another
     * source on a later day, takes its place. What is older than the current one becomes history at once.
     */
    public Recorded record(UUID school, List<NewObservation> batch) {
        if (batch.isEmpty()) {
            return new Recorded(Set.of(), Set.of(), 0, 0);
        }
        if (batch.size() > MANY) {
            rows.planAnew();
        }
        Set<UUID> about = about(batch);
        students.lock(about);
        Map<Stretch.About, ObservationRows.Row> current = rows.current(school, about, attributes(batch)).stream()
                .collect(Collectors.toMap(row -> row.said().about(), Function.identity()));
        var merged = new Merge(current);
        Stretch.of(batch).values().forEach(merged::take);
        List<Stretch> history = news(school, merged.older());

        merged.confirmed().forEach((day, observations) -> rows.confirm(school, day, observations));
        OffsetDateTime at = rows.now();
        rows.supersede(school, merged.superseded(), at);
        rows.addCurrent(school, merged.fresh(), at);
        rows.addHistory(school, history, at);
        var recorded = new Recorded(
                about(merged.fresh(), Stretch::student),
                merged.confirmedStudents(),
                merged.fresh().size() + history.size(),
                merged.confirmations());
        tell(school, recorded.students());
        return recorded;
    }

    /**
     * Takes back what a source said last on a day, for it has corrected itself. The current fact is then not known until
     * something else is recorded; the former statement stays as history.
     *
     * @param withdrawn the student, attribute, source and day; values do not matter
     */
    public void withdraw(UUID school, List<NewObservation> withdrawn) {
        if (withdrawn.isEmpty()) {
            return;
        }
        students.lock(about(withdrawn));
        Map<Stretch.About, List<Stretch>> taken = Stretch.of(withdrawn);
        List<ObservationRows.Row> current = rows.current(school, about(withdrawn), attributes(withdrawn)).stream()
                .filter(row -> taken.getOrDefault(row.said().about(), List.of()).stream()
                        .anyMatch(one -> one.source() == row.said().source()
                                && one.to().equals(row.said().to())))
                .toList();
        rows.supersede(school, current.stream().map(ObservationRows.Row::id).toList(), rows.now());
        tell(school, about(current, row -> row.said().student()));
    }

    /** The students of whom something that a source first said on a day is what is known now. */
    Set<UUID> standing(UUID school, Source source, LocalDate day) {
        return about(rows.standing(school, source, day), row -> row.said().student());
    }

    /**
     * Takes back all that a source first said on a day and that still stands: what it took the place of is current again, as
     * a new observation of the day and source it had.
     *
     * @return the students concerned
     */
    Set<UUID> restore(UUID school, Source source, LocalDate day) {
        List<ObservationRows.Row> standing = rows.standing(school, source, day);
        List<Stretch> former = rows.replaced(school, source, day);
        OffsetDateTime at = rows.now();
        rows.supersede(school, standing.stream().map(ObservationRows.Row::id).toList(), at);
        rows.addCurrent(school, former, at);
        Set<UUID> changed = about(standing, row -> row.said().student());
        tell(school, changed);
        return changed;
    }

    /** Those that are not on record, be it in history. */
    private List<Stretch> news(UUID school, List<Stretch> older) {
        if (older.isEmpty()) {
            return List.of();
        }
        Map<Stretch.About, List<Stretch>> known = rows
                .all(
                        school,
                        about(older, Stretch::student),
                        older.stream().map(Stretch::attribute).collect(Collectors.toSet()))
                .stream()
                .map(ObservationRows.Row::said)
                .collect(Collectors.groupingBy(Stretch::about));
        return older.stream()
                .filter(one ->
                        known.getOrDefault(one.about(), List.of()).stream().noneMatch(said -> said.covers(one)))
                .toList();
    }

    private void tell(UUID school, Set<UUID> changed) {
        if (!changed.isEmpty()) {
            events.publishEvent(new ProfilesChanged(school, changed));
        }
    }

    private static Set<UUID> about(List<NewObservation> batch) {
        return about(batch, NewObservation::student);
    }

    private static Set<String> attributes(List<NewObservation> batch) {
        return batch.stream().map(NewObservation::attribute).collect(Collectors.toSet());
    }

    private static <T> Set<UUID> about(List<T> batch, Function<T, UUID> student) {
        return batch.stream().map(student).collect(Collectors.toCollection(HashSet::new));
    }
}
