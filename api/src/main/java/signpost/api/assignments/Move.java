package signpost.api.assignments;

import java.util.Optional;
import java.util.UUID;

/** So many students go from one adviser to another; empty is nobody. */
record Move(Optional<UUID> from, Optional<UUID> to, int students) {}
