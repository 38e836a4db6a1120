package signpost.api.capacity;

import java.util.UUID;

/**
 * A suggestion that asks for a place, or an acceptance that has one.
 *
 * @param taken whether it was accepted, done or still to do
 * @param move where a person put it in the line
 */
record Asking(UUID id, UUID student, String name, String intervention, boolean taken, Direction move) {}
