package signpost.api.deliveries;

import java.util.List;

/** Says what came of saving a sheet. */
public final class OutcomeWords {

    private OutcomeWords() {}

    /**
     * Such as {@code 3 outcomes recorded. 1 was not saved: see below.}
     *
     * @param shown the lines of the page on which it is said
     */
    public static String saved(OutcomeSheet.Saved saved, List<OutcomeSheet.Line> shown) {
        String counted = saved.counted() == 0
                ? "Nothing new was recorded."
                : saved.counted() == 1 ? "One outcome recorded." : saved.counted() + " outcomes recorded.";
        long below = shown.stream().filter(line -> !line.told().isEmpty()).count();
        long gone = saved.told().size() - below;
        return counted
                + (below == 0 ? "" : " " + below + (below == 1 ? " was" : " were") + " not saved: see below.")
                + (gone == 0 ? "" : " " + gone + (gone == 1 ? " is" : " are") + " not recorded as delivered any more.");
    }
}
