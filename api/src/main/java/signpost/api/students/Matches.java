package signpost.api.students;

import static signpost.api.students.IdentityField.STUDENT_ID;
import static signpost.api.students.IdentityField.ULN;
import static signpost.api.students.IdentityField.UPN;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Students on the roll by their numbers. */
public final class Matches {

    /** Whom an identity means. */
    public sealed interface Match {

        record Known(UUID student) implements Match {}

        /** Nobody on the roll. */
        record Nobody() implements Match {}

        /** Its numbers belong to two students: {@code field} names the one that disagrees. */
        record Torn(IdentityField field, String message) implements Match {}
    }

    private final Map<String, UUID> byUpn = new HashMap<>();
    private final Map<String, UUID> byStudentId = new HashMap<>();
    private final Map<String, UUID> byUln = new HashMap<>();

    Matches() {}

    void add(UUID id, String studentId, @Nullable String upn, @Nullable String uln) {
        byStudentId.put(studentId, id);
        if (upn != null) {
            byUpn.put(upn, id);
        }
        if (uln != null) {
            byUln.put(uln, id);
        }
    }

    /** By UPN, then by the MIS's own id. A ULN alone identifies nobody, but must not be another student's. */
    public Match of(Identity identity) {
        Optional<UUID> upn = identity.given(UPN).map(byUpn::get);
        Optional<UUID> studentId = identity.given(STUDENT_ID).map(byStudentId::get);
        if (upn.isPresent() && studentId.isPresent() && !upn.equals(studentId)) {
            return new Match.Torn(STUDENT_ID, "belongs to another student than the UPN does");
        }
        Optional<UUID> student = upn.or(() -> studentId);
        Optional<UUID> uln = identity.given(ULN).map(byUln::get);
        if (uln.isPresent() && !uln.equals(student)) {
            return new Match.Torn(ULN, "belongs to another student");
        }
        return student.<Match>map(Match.Known::new).orElseGet(Match.Nobody::new);
    }
}
