package signpost.api.recommendations;

import java.util.Optional;
import java.util.UUID;

/** What became of a recommendation, from whoever keeps it: taking a decision back asks and knows no more. */
public interface Happened {

    /** The last thing that was recorded of it and stands, in words: {@code planned for 3 December 2026}. */
    Optional<String> last(UUID school, UUID recommendation);
}
