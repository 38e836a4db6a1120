package signpost.api.testing;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import signpost.api.schools.Role;
import signpost.api.schools.SchoolScope;
import signpost.api.schools.Schools;
import signpost.api.schools.Scope;

/** Makes schools, staff and tokens that no other test has. */
@TestComponent
public class TestSchools {

    /** Everybody's password in tests. */
    public static final String PASSWORD = "correct horse battery";

    /** No two schools of a database share a number, and tests share a database. */
    private static final AtomicInteger NUMBERS = new AtomicInteger(200_000);

    private final Schools schools;
    private final SchoolScope scope;

    TestSchools(Schools schools, SchoolScope scope) {
        this.schools = schools;
        this.scope = scope;
    }

    /** A school with the means to act in it. */
    public record TestSchool(UUID id, String urn, String name, Schools schools) {

        /** Adds a member of staff with these roles, and {@link #PASSWORD}. */
        public Person person(Role... roles) {
            var username = roles[0].name().toLowerCase(java.util.Locale.ROOT) + "-" + UUID.randomUUID();
            var name = "Sam " + roles[0].name().charAt(0);
            var added = schools.addStaff(id, username, name, Set.of(roles), PASSWORD);
            return new Person(added.staffId(), added.accountId(), username, name);
        }

        /** A token with these scopes, or all when none is named. */
        public String token(Scope... scopes) {
            var wanted = scopes.length == 0 ? EnumSet.allOf(Scope.class) : Set.of(scopes);
            return schools.issueToken(id, "MIS", wanted, null).secret();
        }
    }

    /** Somebody who can sign in. */
    public record Person(UUID staffId, UUID accountId, String username, String displayName) {}

    public TestSchool school() {
        return school("Harbour Lane School");
    }

    public TestSchool school(String name) {
        var urn = Integer.toString(NUMBERS.incrementAndGet());
        return new TestSchool(schools.add(name, urn, null), urn, name, schools);
    }

    public SchoolScope scope() {
        return scope;
    }
}
