package signpost.api.demo;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import signpost.api.schools.Schools;
import signpost.api.schools.Scope;
import signpost.api.schools.StaffMember;
import signpost.fixtures.cohort.SchoolCohort;

/** The demonstration's schools, who works there, and the token of the first one's MIS. */
@Component
@Profile("demo")
class DemonstrationAccounts {

    /** Everybody's password in the demonstration. */
    static final String PASSWORD = "signpost-demo";

    private final Demonstration demonstration;
    private final Schools schools;

    DemonstrationAccounts(Demonstration demonstration, Schools schools) {
        this.demonstration = demonstration;
        this.schools = schools;
    }

    /** The school, which is added when it is not there. */
    UUID school(SchoolCohort cohort) {
        return schools.byUrn(cohort.urn())
                .map(Schools.Found::id)
                .orElseGet(() -> schools.add(cohort.name(), cohort.urn(), cohort.laestab()));
    }

    /** Adds whoever is not there, and says who that was. */
    Map<DemonstrationLogin, StaffMember> people(UUID school, String name, boolean first) {
        Map<DemonstrationLogin, StaffMember> added = new EnumMap<>(DemonstrationLogin.class);
        List<String> known =
                schools.staff(school).stream().map(Schools.Member::displayName).toList();
        for (DemonstrationLogin login : DemonstrationLogin.values()) {
            if ((first || login.everySchool()) && !known.contains(login.title(name))) {
                Schools.Added one = schools.addStaff(
                        school, login.username(name), login.title(name), Set.of(login.role()), PASSWORD);
                added.put(
                        login,
                        new StaffMember(
                                one.accountId(), one.staffId(), login.title(name), school, name, Set.of(login.role())));
            }
        }
        if (first
                && demonstration
                        .mark()
                        .map(Demonstration.Mark::misToken)
                        .orElse("")
                        .isEmpty()) {
            demonstration.setToken(schools.issueToken(school, "Demonstration MIS", EnumSet.allOf(Scope.class), null)
                    .secret());
        }
        return added;
    }
}
