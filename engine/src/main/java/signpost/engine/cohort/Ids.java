package signpost.engine.cohort;

import java.util.List;
import java.util.stream.Stream;

/**
 * The ids under which a student stands in files, either of them empty where there is none. A student_id that reads like
 * somebody's UPN is not that UPN.
 */
public record Ids(String studentId, String upn) {

    /** One id, and which of the two it is. */
    record Id(IdentityColumn kind, String written) {}

    /** The one that names the student: the MIS's own, else the UPN, else an empty string. */
    public String first() {
        return studentId.isEmpty() ? upn : studentId;
    }

    /** As it is when the UPN tells nobody apart. */
    Ids withoutUpn() {
        return new Ids(studentId, "");
    }

    /** Those that there are, the MIS's own first. */
    List<Id> all() {
        return Stream.of(new Id(IdentityColumn.STUDENT_ID, studentId), new Id(IdentityColumn.UPN, upn))
                .filter(id -> !id.written().isEmpty())
                .toList();
    }
}
