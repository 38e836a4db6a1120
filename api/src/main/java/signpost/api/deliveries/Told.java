package signpost.api.deliveries;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody says happened, as it arrives.
 *
 * @param what a code of {@link What}; anything else is refused
 * @param on the day, if they say
 * @param effect a code of {@link Effect}, if they say; only of what was delivered
 * @param note free words, or empty
 * @param by who says so
 */
record Told(String what, Optional<LocalDate> on, Optional<String> effect, String note, Recorder by) {}
