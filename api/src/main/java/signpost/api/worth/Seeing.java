package signpost.api.worth;

import signpost.api.schools.Permission;
import signpost.api.schools.StaffMember;

/** Who may see which of a rule's figures. */
final class Seeing {

    private Seeing() {}

    /**
     * Whether small counts are kept from a person: who may look up every student, with all that is known of them, sees
     * nothing in a count that they could not see anyway.
     */
    static boolean careful(StaffMember person) {
        return !person.may(Permission.SEE_STUDENTS) || !person.may(Permission.SEE_SPECIAL_CATEGORY);
    }

    /** Whether a person may read what advisers wrote when they overrode. */
    static boolean comments(StaffMember person) {
        return person.may(Permission.SEE_EVIDENCE) && !careful(person);
    }
}
