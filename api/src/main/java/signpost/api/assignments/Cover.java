package signpost.api.assignments;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/**
 * A colleague stands in for one who is away, from day to day, both counted.
 *
 * @param number of the change that arranged it; several colleagues may share it
 */
record Cover(
        int number, UUID absent, String absentName, UUID standIn, String standInName, LocalDate from, LocalDate to) {

    /** Whether one of these is away under it on one of the days, so that they stand in for nobody then. */
    boolean keepsAway(Collection<UUID> helpers, LocalDate first, LocalDate last) {
        return helpers.contains(absent) && !from.isAfter(last) && !to.isBefore(first);
    }
}
