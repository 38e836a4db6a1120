package signpost.api.terms;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
import signpost.engine.profile.Season;
import signpost.engine.profile.Term;

/** A term as the table keeps it. */
@Table("terms")
record TermRow(
        @Id UUID id,
        UUID schoolId,
        int academicYear,
        Season season,
        LocalDate startsOn,
        LocalDate endsOn,
        TermState state) {

    SchoolTerm term() {
        return new SchoolTerm(id, new Term(academicYear, season, startsOn, endsOn), state);
    }
}
