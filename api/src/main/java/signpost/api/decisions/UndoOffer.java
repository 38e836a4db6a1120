package signpost.api.decisions;

import java.io.Serializable;
import java.util.UUID;

/** The way back offered in the message that confirms a decision; it waits in the session until the next page. */
record UndoOffer(UUID recommendation, UUID id) implements Serializable {

    static UndoOffer of(Decision decision) {
        return new UndoOffer(decision.recommendation(), decision.id());
    }
}
