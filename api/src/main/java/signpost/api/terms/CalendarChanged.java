package signpost.api.terms;

import java.util.UUID;

/** A term was opened or its days moved, so that rules may judge every student of the school otherwise. Published before commit. */
public record CalendarChanged(UUID school) {}
