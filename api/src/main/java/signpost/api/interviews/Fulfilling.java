package signpost.api.interviews;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import signpost.api.schools.StaffMember;

/** What else it settles that an interview was held, from whoever keeps what became of help: recording one asks and knows no more. */
public interface Fulfilling {

    /**
     * Records that accepted help was given by holding the interview, once for an interview.
     *
     * @param person who took it down, who holds the lock of the student
     * @return what is recorded as delivered now, as this person may read it
     */
    Optional<String> heldOn(StaffMember person, UUID student, InterviewKind kind, LocalDate day);
}
