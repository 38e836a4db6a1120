package signpost.api.recommendations;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import signpost.engine.rulebook.Severity;

/**
 * What a person chose, where no rule asked for it: accepted from the start.
 *
 * @param id its id to be
 * @param term the term it arises in
 * @param intervention its code in the catalogue
 * @param insteadOf the overridden one it is chosen instead of, if it is
 * @param note why, as the page shows it
 */
public record Chosen(
        UUID id,
        UUID student,
        UUID term,
        String intervention,
        Severity severity,
        LocalDate due,
        String bookDigest,
        Optional<UUID> insteadOf,
        String note) {}
