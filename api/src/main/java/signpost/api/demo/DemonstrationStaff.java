package signpost.api.demo;

import java.util.Map;
import java.util.Optional;
import signpost.api.schools.StaffMember;
import signpost.api.students.Student;

/** Who works at the school of which the demonstration shows a term: two advisers, a tutor, a head of destinations. */
record DemonstrationStaff(StaffMember adviser, StaffMember sixthForm, StaffMember tutor, StaffMember head) {

    /** All of them, or nobody where some are there already. */
    static Optional<DemonstrationStaff> of(Map<DemonstrationLogin, StaffMember> added) {
        return Optional.ofNullable(added.get(DemonstrationLogin.ADVISER))
                .flatMap(adviser -> Optional.ofNullable(added.get(DemonstrationLogin.SIXTH_FORM_ADVISER))
                        .flatMap(sixthForm -> Optional.ofNullable(added.get(DemonstrationLogin.TUTOR))
                                .flatMap(tutor -> Optional.ofNullable(added.get(DemonstrationLogin.HEAD))
                                        .map(head -> new DemonstrationStaff(adviser, sixthForm, tutor, head)))));
    }

    /** Whose caseload a student is. */
    StaffMember adviserOf(Student student) {
        boolean lower = student.regGroup()
                .filter(group -> group.startsWith("10") || group.startsWith("11"))
                .isPresent();
        return lower ? adviser : sixthForm;
    }
}
