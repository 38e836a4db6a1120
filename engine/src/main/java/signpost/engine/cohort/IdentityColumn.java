package signpost.engine.cohort;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import signpost.engine.vocabulary.Vocabulary;

/** The columns that tell students apart, and the headers under which exports carry them. */
public enum IdentityColumn {
    UPN("upn|Unique Pupil Number|UPN Number"),
    ULN("uln|UniqueLearnerNumber|Unique Learner No|Unique Learner Number"),
    STUDENT_ID("student_id|Adno|Adm No|Admission No|Admission Number|Student No|MIS ID"),
    SURNAME("surname|Last Name|Family Name|Legal Surname"),
    FORENAME("forename|First Name|Given Name|Legal Forename"),
    PREFERRED_FORENAME("preferred_forename|Preferred Name|Known As|Chosen Name"),
    DATE_OF_BIRTH("dob|Date of Birth|Birth Date"),
    SEX("sex|Gender"),
    REG_GROUP("reg_group|Reg|Registration Group|Tutor Group|Form");

    private static final Map<String, IdentityColumn> BY_HEADER = byHeader();

    private final String headers;

    IdentityColumn(String headers) {
        this.headers = headers;
    }

    /** The canonical header: {@code student_id}. */
    public String header() {
        return headers.split("\\|", 2)[0];
    }

    /** What stands under this header, if it tells students apart; capitals, spaces and underscores do not matter. */
    public static Optional<IdentityColumn> of(String header) {
        return Optional.ofNullable(BY_HEADER.get(Vocabulary.bare(header)));
    }

    private static Map<String, IdentityColumn> byHeader() {
        Map<String, IdentityColumn> columns = new HashMap<>();
        for (IdentityColumn column : values()) {
            for (String header : column.headers.split("\\|", -1)) {
                columns.put(Vocabulary.bare(header), column);
            }
        }
        return columns;
    }
}
