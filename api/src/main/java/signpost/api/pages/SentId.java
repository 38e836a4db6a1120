package signpost.api.pages;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids as forms and addresses send them back: anything may stand there. */
public final class SentId {

    private SentId() {}

    /** Empty for a text that is no id. */
    public static Optional<UUID> of(@Nullable String text) {
        return text != null && text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
