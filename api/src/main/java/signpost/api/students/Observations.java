package signpost.api.students;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.schools.Ids;

/**
 * What was said of students, by whom and when. INVARIANT: a student and attribute have at most one current observation,
 * and no older day ever overwrites a newer one; what is not current stays as history.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Observations {

    /** The batch as rows, beside the current observation of the same student and attribute. */
    private static final String TOLD = """
            unnest(:ids::uuid[], :students::uuid[], :attributes::text[], :values::text[], :sources::text[],
              :from::date[], :to::date[]) as n (id, student, attribute, value, source, observed_on, confirmed_on)
            """;

    private static final String CURRENT = " o.school_id = :school and o.student = n.student"
            + " and o.attribute = n.attribute and o.superseded_at is null";

    private final JdbcClient jdbc;
    private final Students students;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Observations(JdbcClient jdbc, Students students, Ids ids, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.students = students;
        this.ids = ids;
        this.clock = clock;
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
        students.lock(batch.stream().map(NewObservation::student).collect(Collectors.toSet()));
        List<Stretch> all = Stretch.of(batch);
        List<Stretch> last = all.stream().filter(Stretch::last).toList();
        List<UUID> confirmed = told(school, last, CONFIRM);
        told(school, last, SUPERSEDE);
        List<UUID> changed = told(school, last, MAKE_CURRENT);
        List<UUID> history = told(school, all, KEEP_AS_HISTORY);
        var recorded = new Recorded(
                new HashSet<>(changed), new HashSet<>(confirmed), changed.size() + history.size(), confirmed.size());
        tell(school, recorded.students());
        return recorded;
    }

    /**
     * Takes back what a source said on a day, for it has corrected itself. The current fact is then not known until
     * something else is recorded; the former statement stays as history.
     *
     * @param withdrawn the student, attribute, source and day; values do not matter
     */
    public void withdraw(UUID school, List<NewObservation> withdrawn) {
        if (withdrawn.isEmpty()) {
            return;
        }
        students.lock(withdrawn.stream().map(NewObservation::student).collect(Collectors.toSet()));
        tell(school, new HashSet<>(told(school, Stretch.of(withdrawn), WITHDRAW)));
    }

    private void tell(UUID school, Set<UUID> changed) {
        if (!changed.isEmpty()) {
            events.publishEvent(new ProfilesChanged(school, changed));
        }
    }

    private static final String CONFIRM = "update observations o set confirmed_on = n.confirmed_on from " + TOLD
            + " where " + CURRENT + " and o.value = n.value and o.source = n.source"
            + " and n.confirmed_on > o.confirmed_on returning o.student";

    private static final String SUPERSEDE = "update observations o set superseded_at = :now from " + TOLD + " where "
            + CURRENT + " and (o.value <> n.value and n.confirmed_on >= o.confirmed_on"
            + " or o.source <> n.source and n.confirmed_on > o.confirmed_on) returning o.student";

    private static final String WITHDRAW = "update observations o set superseded_at = :now from " + TOLD + " where "
            + CURRENT + " and o.source = n.source and o.confirmed_on = n.confirmed_on returning o.student";

    private static final String INSERT = "insert into observations (school_id, id, student, attribute, value, source,"
            + " observed_on, confirmed_on, recorded_at, superseded_at) select :school, n.id, n.student, n.attribute,"
            + " n.value, n.source, n.observed_on, n.confirmed_on, :now::timestamptz, ";

    private static final String MAKE_CURRENT = INSERT + "null from " + TOLD
            + " where not exists (select from observations o where " + CURRENT + ") returning student";

    private static final String KEEP_AS_HISTORY = INSERT + ":now::timestamptz from " + TOLD
            + " where not exists (select from observations o where o.school_id = :school and o.student = n.student"
            + " and o.attribute = n.attribute and o.value = n.value and o.source = n.source"
            + " and o.observed_on <= n.observed_on and o.confirmed_on >= n.confirmed_on) returning student";

    private List<UUID> told(UUID school, List<Stretch> stretches, String sql) {
        return jdbc.sql(sql)
                .param("school", school)
                .param("now", OffsetDateTime.now(clock))
                .param("ids", column(stretches, stretch -> ids.next()))
                .param("students", column(stretches, Stretch::student))
                .param("attributes", column(stretches, Stretch::attribute))
                .param("values", column(stretches, Stretch::value))
                .param("sources", column(stretches, Stretch::source))
                .param("from", column(stretches, Stretch::from))
                .param("to", column(stretches, Stretch::to))
                .query(UUID.class)
                .list();
    }

    private static String[] column(List<Stretch> stretches, Function<Stretch, Object> cell) {
        return stretches.stream().map(cell).map(Object::toString).toArray(String[]::new);
    }
}
