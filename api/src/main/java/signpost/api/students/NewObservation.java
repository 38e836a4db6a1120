package signpost.api.students;

import java.time.LocalDate;
import java.util.UUID;
import signpost.engine.profile.Source;
import signpost.engine.profile.Value;

/**
 * Somebody said something of a student.
 *
 * @param attribute key of the vocabulary
 * @param on the day on which it was said or seen
 */
public record NewObservation(UUID student, String attribute, Value value, Source source, LocalDate on) {}
