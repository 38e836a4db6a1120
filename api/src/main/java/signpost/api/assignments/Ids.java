package signpost.api.assignments;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids as forms send them back. */
final class Ids {

    private Ids() {}

    /** Empty for a text that is no id. */
    static Optional<UUID> read(@Nullable String text) {
        return text != null && text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
