package signpost.api.worth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.catalogue.OverrideReason;

/**
 * A rule's counts of a term as somebody may see them; empty where a count is not shown.
 *
 * @param fired students
 * @param came what came of the suggestions, in the order of {@link #CAME}
 * @param why of those overridden, by reason
 * @param delivered of those accepted
 * @param effects of those delivered, by what they changed
 */
record Told(
        Optional<Integer> fired,
        Optional<Integer> suggested,
        List<Optional<Integer>> came,
        List<Part> why,
        Optional<Integer> delivered,
        List<Part> effects) {

    /** What may come of a suggestion. */
    static final List<String> CAME =
            List.of("Accepted", "Overridden", "Deferred", "Ignored", "Not opened", "Still open", "Withdrawn");

    private static final List<Part> EFFECTS = List.of(
            new Part("HELPED", "it helped", Optional.empty()),
            new Part("SOME_CHANGE", "some change", Optional.empty()),
            new Part("NO_CHANGE", "no change", Optional.empty()),
            new Part("TOO_EARLY", "too early to say", Optional.empty()),
            new Part("NOT_RECORDED", "no outcome recorded", Optional.empty()));

    /** A part of a whole, such as one reason of several. */
    record Part(String code, String words, Optional<Integer> count) {}

    static Told of(RuleCounts counts, Catalogue catalogue, boolean careful) {
        Optional<Integer> suggested = Parts.alone(counts.suggested(), careful);
        List<Optional<Integer>> came = Parts.told(
                List.of(
                        counts.accepted(),
                        counts.overriddenInAll(),
                        counts.deferred(),
                        counts.ignored(),
                        counts.notShown(),
                        counts.open(),
                        counts.withdrawn()),
                careful);
        boolean accepted = came.get(0).isPresent();
        Optional<Integer> delivered = Parts.told(
                        List.of(counts.delivered(), counts.accepted() - counts.delivered()), careful)
                .get(0)
                .filter(count -> accepted);
        return new Told(
                Parts.alone(counts.fired(), careful),
                suggested,
                suggested.isPresent()
                        ? came
                        : came.stream().map(count -> Optional.<Integer>empty()).toList(),
                parts(
                        reasons(catalogue, counts.overridden()),
                        counts.overridden(),
                        came.get(1).isEmpty(),
                        careful),
                delivered,
                parts(EFFECTS, counts.effects(), delivered.isEmpty(), careful));
    }

    /** Whether a count of it is not shown. */
    public boolean hides() {
        return fired.isEmpty()
                || suggested.isEmpty()
                || came.stream().anyMatch(Optional::isEmpty)
                || delivered.isEmpty();
    }

    /** In the order of the catalogue; reasons it no longer has come last, by their code. */
    private static List<Part> reasons(Catalogue catalogue, Map<String, Integer> counts) {
        List<Part> reasons = new ArrayList<>();
        catalogue.reasons().forEach(reason -> reasons.add(new Part(reason.code(), words(reason), Optional.empty())));
        counts.keySet().stream()
                .filter(code -> catalogue.reason(code).isEmpty())
                .sorted(Comparator.naturalOrder())
                .forEach(code -> reasons.add(new Part(code, code, Optional.empty())));
        return reasons;
    }

    private static String words(OverrideReason reason) {
        String label = reason.label();
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    /** Those that there are; none at all when their whole is not shown. */
    private static List<Part> parts(List<Part> known, Map<String, Integer> counts, boolean hidden, boolean careful) {
        List<Part> there =
                known.stream().filter(part -> counts.containsKey(part.code())).toList();
        List<Optional<Integer>> told =
                Parts.told(there.stream().map(part -> counts.get(part.code())).toList(), careful);
        List<Part> parts = new ArrayList<>();
        for (int at = 0; at < there.size() && !hidden; at++) {
            parts.add(new Part(there.get(at).code(), there.get(at).words(), told.get(at)));
        }
        return parts;
    }
}
