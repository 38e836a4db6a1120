package signpost.api.schools;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One line in the log per event an operator acts on. Ids and counts only: never a student's name or facts. */
@Component
public class Audit {

    private static final Logger LOG = LoggerFactory.getLogger("signpost.audit");

    /**
     * Writes {@code event key=value key=value}.
     *
     * @param event what happened, in the past tense, such as {@code token-revoked}
     * @param details names and values in turn
     */
    public void record(String event, Object... details) {
        var line = new StringBuilder(event);
        for (int i = 0; i + 1 < details.length; i += 2) {
            line.append(' ').append(details[i]).append('=').append(details[i + 1]);
        }
        LOG.info("{}", line);
    }
}
