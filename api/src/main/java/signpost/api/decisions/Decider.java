package signpost.api.decisions;

import java.util.Optional;
import java.util.UUID;

/**
 * Who decided: a member of staff signed in, or a person the MIS names.
 *
 * @param name as shown
 * @param staff the member of staff, when signed in
 * @param token the MIS's token, when it came that way
 */
public record Decider(String name, Optional<UUID> staff, Optional<UUID> token) {

    static Decider staff(UUID staff, String name) {
        return new Decider(name, Optional.of(staff), Optional.empty());
    }

    static Decider mis(UUID token, String name) {
        return new Decider(name, Optional.empty(), Optional.of(token));
    }
}
