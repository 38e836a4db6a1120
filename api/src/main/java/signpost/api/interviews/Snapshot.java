package signpost.api.interviews;

import java.util.List;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Standing;
import signpost.engine.profile.Profile;

/**
 * How things stand with a student at a moment.
 *
 * @param waits whether the rules have still to look at what was last said
 */
record Snapshot(Profile profile, Standing standing, List<Recommendation> recommendations, boolean waits) {

    Snapshot {
        recommendations = List.copyOf(recommendations);
    }
}
