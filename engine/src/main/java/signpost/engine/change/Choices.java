package signpost.engine.change;

import java.util.Map;

/** Who is followed in each conflict. */
interface Choices {

    Side of(Conflict conflict);

    /** Mine wherever nobody chose: nothing typed here is lost before somebody has looked. */
    static Choices of(Map<Conflict, Side> chosen) {
        return conflict -> chosen.getOrDefault(conflict, Side.MINE);
    }
}
