package signpost.api.capacity;

import java.util.Optional;
import java.util.UUID;

/**
 * A suggestion that asks for a place, or an acceptance that has one.
 *
 * @param adviser whose caseload the student is, where somebody's hours are set
 * @param taken whether it was accepted, done or still to do
 * @param move where a person put it in the line
 * @param need what places it in the line
 */
record Asking(
        UUID id,
        UUID student,
        String name,
        Optional<UUID> adviser,
        String intervention,
        boolean taken,
        Direction move,
        Need need) {

    /** The same where a person would put it. */
    Asking moved(Direction to) {
        return new Asking(id, student, name, adviser, intervention, taken, to, need);
    }
}
