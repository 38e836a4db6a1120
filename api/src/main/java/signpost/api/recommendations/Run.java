package signpost.api.recommendations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An evaluation of every student of a school.
 *
 * @param by who asked for it, as colleagues know them
 * @param students how many there are to evaluate
 * @param done how many have been evaluated
 * @param failed how many could not be, and wait to be tried again
 * @param finishedAt when it was finished, if it is
 */
public record Run(
        UUID id,
        String by,
        Instant requestedAt,
        int students,
        int done,
        int failed,
        Changed changed,
        Optional<Instant> finishedAt) {

    /** What it changed so far. */
    public record Changed(int raised, int reworded, int withdrawn, int expired) {

        static final Changed NOTHING = new Changed(0, 0, 0, 0);

        static Changed of(List<Change> changes) {
            return new Changed(
                    count(changes, Change.Raise.class),
                    count(changes, Change.Reword.class),
                    count(changes, Change.Withdraw.class),
                    count(changes, Change.Expire.class));
        }

        private static int count(List<Change> changes, Class<? extends Change> kind) {
            return (int) changes.stream().filter(kind::isInstance).count();
        }

        Changed and(Changed more) {
            return new Changed(
                    raised + more.raised, reworded + more.reworded, withdrawn + more.withdrawn, expired + more.expired);
        }

        public boolean nothing() {
            return equals(NOTHING);
        }
    }

    public boolean finished() {
        return finishedAt.isPresent();
    }
}
