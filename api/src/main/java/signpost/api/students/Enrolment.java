package signpost.api.students;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import signpost.engine.profile.Source;
import signpost.engine.profile.Value;

/** Writes what the MIS says of students: who they are, and the facts of the day. */
@Component
public class Enrolment {

    private final Roll roll;
    private final Observations observations;
    private final OurSchool school;

    Enrolment(Roll roll, Observations observations, OurSchool school) {
        this.roll = roll;
        this.observations = observations;
        this.school = school;
    }

    /** One student as the MIS describes them. */
    public record Told(Identity identity, Map<String, Value> facts) {
        public Told {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * What came of it.
     *
     * @param changed known students whose record or current facts are other than before
     */
    public record Enrolled(Set<UUID> changed, Recorded recorded) {
        public Enrolled {
            changed = Set.copyOf(changed);
        }
    }

    /**
     * Enrols newcomers under their new ids and brings known students up to date, in the transaction that is open.
     *
     * @param asOf the day the facts are of
     */
    public Enrolled write(Map<UUID, Told> newcomers, Map<UUID, Told> known, LocalDate asOf) {
        roll.enrol(identities(newcomers));
        Set<UUID> changed = new HashSet<>(roll.update(identities(known)));
        List<NewObservation> told = new ArrayList<>();
        tell(newcomers, asOf, told);
        tell(known, asOf, told);
        Recorded recorded = observations.record(school.id(), told);
        recorded.changed().stream().filter(known::containsKey).forEach(changed::add);
        return new Enrolled(changed, recorded);
    }

    private static Map<UUID, Identity> identities(Map<UUID, Told> students) {
        Map<UUID, Identity> identities = new LinkedHashMap<>();
        students.forEach((id, told) -> identities.put(id, told.identity()));
        return identities;
    }

    private static void tell(Map<UUID, Told> students, LocalDate asOf, List<NewObservation> told) {
        students.forEach((id, one) -> one.facts()
                .forEach((attribute, value) -> told.add(new NewObservation(id, attribute, value, Source.MIS, asOf))));
    }
}
