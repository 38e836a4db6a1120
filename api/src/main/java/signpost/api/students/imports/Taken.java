package signpost.api.students.imports;

import java.util.List;

/**
 * What the accepted rows of a file came to.
 *
 * @param fresh rows about something new: a student, an interview
 * @param changed rows that changed something there
 * @param unchanged rows that said nothing new
 * @param newObservations observations not on record before
 * @param confirmedObservations current facts that were said again on a later day
 * @param warnings what a reader should know though it refuses nothing
 */
public record Taken(
        int fresh, int changed, int unchanged, int newObservations, int confirmedObservations, List<String> warnings) {

    public Taken {
        warnings = List.copyOf(warnings);
    }
}
