package signpost.api.rulebooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import signpost.api.schools.StaffMember;

/**
 * One version of an owner's book, as it was published.
 *
 * @param number from 1
 * @param digest of the owner's own files
 * @param rolledBackTo the version whose files these are, where it is a rollback; 0 stands for what was before the first
 * @param reason the author's
 * @param changes what is otherwise than in the version before
 * @param author who wrote it
 * @param approver who approved it
 */
public record Version(
        UUID owner,
        int number,
        String digest,
        int rules,
        int scenarios,
        OptionalInt rolledBackTo,
        String reason,
        List<Change> changes,
        Person author,
        Person approver,
        Instant publishedAt) {

    public Version {
        changes = List.copyOf(changes);
    }

    /**
     * Something that is otherwise than before.
     *
     * @param what it concerns, such as {@code Rule "Persistent absence"}
     * @param sentences what is otherwise about it
     */
    public record Change(String what, List<String> sentences) {
        public Change {
            sentences = List.copyOf(sentences);
        }
    }

    /** Who did something; no account where nobody signs, as for a folder. */
    public record Person(String name, Optional<UUID> account) {

        /** Somebody of the staff, under the name that others see. */
        public static Person of(StaffMember member) {
            return new Person(member.displayName(), Optional.of(member.accountId()));
        }
    }
}
