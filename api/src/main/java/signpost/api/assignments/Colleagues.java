package signpost.api.assignments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import signpost.api.schools.Role;
import signpost.api.schools.Schools;

/** The staff of a school by what they may be here: an adviser with a caseload, or a tutor with a group. */
@Component
class Colleagues {

    private final Schools schools;

    Colleagues(Schools schools) {
        this.schools = schools;
    }

    /** Everybody who is, or was, staff of the school. */
    record People(List<Schools.Member> all) {

        /** Those who may have a caseload: whoever decides. */
        public List<Schools.Member> advisers() {
            return all.stream().filter(Schools.Member::advises).toList();
        }

        public List<Schools.Member> tutors() {
            return all.stream()
                    .filter(one -> one.active() && one.roles().contains(Role.TUTOR.name()))
                    .toList();
        }

        public boolean isAdviser(Optional<UUID> id) {
            return advisers().stream().anyMatch(one -> id.equals(Optional.of(one.id())));
        }

        public boolean isTutor(UUID id) {
            return tutors().stream().anyMatch(one -> one.id().equals(id));
        }

        /** How colleagues know them; nobody when there is none. */
        public String name(Optional<UUID> id) {
            return all.stream()
                    .filter(one -> id.equals(Optional.of(one.id())))
                    .map(Schools.Member::displayName)
                    .findFirst()
                    .orElse("nobody");
        }
    }

    People of(UUID school) {
        return new People(schools.staff(school));
    }
}
