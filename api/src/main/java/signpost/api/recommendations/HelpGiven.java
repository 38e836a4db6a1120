package signpost.api.recommendations;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import signpost.engine.profile.History;

/** What became of help that was accepted, from whoever keeps it: evaluation asks and knows no more. */
public interface HelpGiven {

    /** What these students were given and did not attend; a student or step without any is absent. */
    Map<UUID, Map<History.Step, List<History.Help>>> of(UUID school, Collection<UUID> students);
}
