package signpost.api.assignments;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A colleague stands in for one who is away, from day to day, both counted.
 *
 * @param number of the change that arranged it; several colleagues may share it
 */
record Cover(
        int number, UUID absent, String absentName, UUID standIn, String standInName, LocalDate from, LocalDate to) {}
