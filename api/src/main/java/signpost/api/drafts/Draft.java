package signpost.api.drafts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import signpost.api.rulebooks.Version.Person;

/**
 * A draft of an owner's book.
 *
 * @param base the version it began from; 0 for what was before the first
 * @param revision counts every change of the draft
 * @param fromFolder whether a folder brought it, and nobody wrote it here
 * @param reason why the author proposes it; before that what they began with, often empty
 * @param from the day from which it shall be in force; empty before it is proposed
 * @param proposed by whom and when
 * @param decided who answered the proposal last, and when
 * @param answer what they wrote
 * @param digest of the owner's files as proposed; empty before that
 */
public record Draft(
        UUID owner,
        UUID id,
        String name,
        int base,
        int revision,
        DraftState state,
        boolean fromFolder,
        Person author,
        String reason,
        Optional<LocalDate> from,
        Optional<Act> proposed,
        Optional<Act> decided,
        String answer,
        String digest,
        Instant changedAt) {

    /** Somebody did something. */
    public record Act(Person by, Instant at) {}

    /** Whether its files may be changed now. */
    public boolean open() {
        return state == DraftState.DRAFT;
    }
}
