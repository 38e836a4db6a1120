package signpost.api.students;

import java.util.UUID;
import org.springframework.stereotype.Component;
import signpost.api.schools.SchoolScope;

/** The one school that the current work is for. */
@Component
public class OurSchool {

    private final SchoolScope scope;

    OurSchool(SchoolScope scope) {
        this.scope = scope;
    }

    /**
     * Its id.
     *
     * @throws IllegalStateException when the work is for no school, or for several
     */
    public UUID id() {
        var schools = scope.current();
        if (schools.size() != 1) {
            throw new IllegalStateException("Students are read and written for one school at a time");
        }
        return schools.iterator().next();
    }
}
