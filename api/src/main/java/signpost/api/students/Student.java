package signpost.api.students;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A student of a school.
 *
 * @param id Signpost's own id, the one in addresses and other tables
 * @param studentId the MIS's own id, unique in the school; {@code id} as text where the MIS has given none
 * @param preferredForename what the student wants to be called
 * @param upn the unique pupil number, for use within school education only and never in an address
 * @param regGroup the registration group, such as {@code 11B}
 */
public record Student(
        UUID id,
        String studentId,
        String forename,
        String surname,
        Optional<String> preferredForename,
        Optional<String> upn,
        Optional<LocalDate> dateOfBirth,
        Optional<String> regGroup) {

    /** As staff know the student: {@code Katie Pearson}. */
    public String name() {
        return preferredForename.orElse(forename) + " " + surname;
    }
}
