package signpost.api.rulebooks;

import java.util.Optional;
import java.util.UUID;

/**
 * Another book is in force from now on.
 *
 * @param school at which; empty for every school that has no book of its own
 * @param digest which
 */
public record BookPublished(Optional<UUID> school, String digest) {}
