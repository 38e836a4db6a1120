package signpost.api.deliveries;

import java.util.Optional;
import java.util.UUID;

/**
 * Who says what happened: a member of staff signed in, or a person the MIS names.
 *
 * @param name as shown
 * @param staff the member of staff, when signed in
 * @param token the MIS's token, when it came that way
 */
public record Recorder(String name, Optional<UUID> staff, Optional<UUID> token) {

    public static Recorder staff(UUID staff, String name) {
        return new Recorder(name, Optional.of(staff), Optional.empty());
    }

    static Recorder mis(UUID token, String name) {
        return new Recorder(name, Optional.empty(), Optional.of(token));
    }
}
