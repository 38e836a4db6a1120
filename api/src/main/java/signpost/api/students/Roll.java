package signpost.api.students;

import static signpost.api.students.IdentityField.DATE_OF_BIRTH;
import static signpost.api.students.IdentityField.FORENAME;
import static signpost.api.students.IdentityField.PREFERRED_FORENAME;
import static signpost.api.students.IdentityField.REG_GROUP;
import static signpost.api.students.IdentityField.SEX;
import static signpost.api.students.IdentityField.STUDENT_ID;
import static signpost.api.students.IdentityField.SURNAME;
import static signpost.api.students.IdentityField.ULN;
import static signpost.api.students.IdentityField.UPN;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The school's roll: finds students by the numbers an export carries, enrols new ones and keeps names up to date. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Roll {

    private static final String GIVEN = """
            unnest(:ids::uuid[], :student_ids::text[], :upns::text[], :ulns::text[], :surnames::text[],
              :forenames::text[], :preferred::text[], :born::date[], :sexes::text[], :groups::text[])
              as n (id, student_id, upn, uln, surname, forename, preferred_forename, date_of_birth, sex, reg_group)
            """;

    private final JdbcClient jdbc;
    private final OurSchool school;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Roll(JdbcClient jdbc, OurSchool school, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.school = school;
        this.clock = clock;
        this.events = events;
    }

    /** Lets one import or update of the school's roll in at a time, until the transaction ends. */
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:school, 5))")
                .param("school", "roll " + school.id())
                .query((row, number) -> true)
                .list();
    }

    /** Everybody whom one of these identities may mean. */
    public Matches find(Collection<Identity> identities) {
        var matches = new Matches();
        jdbc.sql("select id, student_id, upn, uln from students where school_id = :school and (upn = any (:upns)"
                        + " or student_id = any (:student_ids) or uln = any (:ulns))")
                .param("school", school.id())
                .param("upns", given(identities, UPN))
                .param("student_ids", given(identities, STUDENT_ID))
                .param("ulns", given(identities, ULN))
                .query(row -> {
                    matches.add(
                            row.getObject("id", UUID.class),
                            row.getString("student_id"),
                            row.getString("upn"),
                            row.getString("uln"));
                });
        return matches;
    }

    /** Enrols new students under the ids given; who has no id of the MIS's own goes by Signpost's. */
    public void enrol(Map<UUID, Identity> newcomers) {
        if (newcomers.isEmpty()) {
            return;
        }
        write("""
                insert into students (school_id, id, student_id, upn, uln, surname, forename, preferred_forename,
                  date_of_birth, sex, reg_group, created_at, updated_at)
                select :school, n.id, coalesce(n.student_id, n.id::text), n.upn, n.uln, n.surname, n.forename,
                  n.preferred_forename, n.date_of_birth, n.sex, n.reg_group, :now, :now from
                """ + GIVEN + " returning id", newcomers);
        events.publishEvent(new ProfilesChanged(school.id(), newcomers.keySet()));
    }

    /** Takes over what is given and differs; a field that is absent stays. Returns whose record changed. */
    public Set<UUID> update(Map<UUID, Identity> known) {
        if (known.isEmpty()) {
            return Set.of();
        }
        return write(
                "update students s set (student_id, upn, uln, surname, forename, preferred_forename, date_of_birth, sex,"
                        + " reg_group) = (" + MERGED + "), updated_at = :now from " + GIVEN
                        + " where s.school_id = :school and s.id = n.id and (" + MERGED + ") is distinct from"
                        + " (s.student_id, s.upn, s.uln, s.surname, s.forename, s.preferred_forename, s.date_of_birth,"
                        + " s.sex, s.reg_group) returning s.id",
                known);
    }

    private static final String MERGED = "coalesce(n.student_id, s.student_id), coalesce(n.upn, s.upn),"
            + " coalesce(n.uln, s.uln), coalesce(n.surname, s.surname), coalesce(n.forename, s.forename),"
            + " coalesce(n.preferred_forename, s.preferred_forename), coalesce(n.date_of_birth, s.date_of_birth),"
            + " coalesce(n.sex, s.sex), coalesce(n.reg_group, s.reg_group)";

    private Set<UUID> write(String sql, Map<UUID, Identity> students) {
        return new HashSet<>(jdbc.sql(sql)
                .param("school", school.id())
                .param("now", OffsetDateTime.now(clock))
                .param("ids", students.keySet().stream().map(UUID::toString).toArray(String[]::new))
                .param("student_ids", column(students, STUDENT_ID))
                .param("upns", column(students, UPN))
                .param("ulns", column(students, ULN))
                .param("surnames", column(students, SURNAME))
                .param("forenames", column(students, FORENAME))
                .param("preferred", column(students, PREFERRED_FORENAME))
                .param("born", column(students, DATE_OF_BIRTH))
                .param("sexes", column(students, SEX))
                .param("groups", column(students, REG_GROUP))
                .query(UUID.class)
                .list());
    }

    private static @Nullable String[] column(Map<UUID, Identity> students, IdentityField field) {
        Function<Identity, @Nullable String> cell = identity -> identity.get(field);
        return students.values().stream().map(cell).toArray(String[]::new);
    }

    private static String[] given(Collection<Identity> identities, IdentityField field) {
        return identities.stream()
                .map(identity -> identity.given(field))
                .flatMap(Optional::stream)
                .toArray(String[]::new);
    }
}
