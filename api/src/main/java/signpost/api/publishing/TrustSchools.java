package signpost.api.publishing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import signpost.api.rulebooks.Composition;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Owners;
import signpost.api.rulebooks.Versions;
import signpost.api.schools.SchoolScope;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.scenario.CheckedBook;
import signpost.engine.text.Problem;

/** How a trust's book would fit what its schools have added, before it is published. */
@Component
class TrustSchools {

    private final Owners owners;
    private final Versions versions;
    private final Composition composition;
    private final SchoolScope scope;

    TrustSchools(Owners owners, Versions versions, Composition composition, SchoolScope scope) {
        this.owners = owners;
        this.versions = versions;
        this.composition = composition;
        this.scope = scope;
    }

    /** A school whose additions do not fit, and why. */
    record Conflict(String school, List<Problem> problems) {}

    /** Of a trust's files; a school's own have none. Outside any transaction. */
    List<Conflict> conflicts(Owner owner, BookFiles own) {
        if (!owner.trust()) {
            return List.of();
        }
        List<Conflict> conflicts = new ArrayList<>();
        for (Owner school : owners.schoolsOf(owner.id())) {
            scope.within(school.id(), () -> {
                int last = versions.last(school.id());
                BookFiles additions = composition.own(school.id(), school, last);
                if (!additions.paths().isEmpty()
                        && CheckedBook.of(BookFiles.layered(own, additions)) instanceof CheckedBook.Refused refused) {
                    conflicts.add(new Conflict(school.name(), refused.problems()));
                }
            });
        }
        return conflicts;
    }
}
