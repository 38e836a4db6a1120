package signpost.api.caseload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import signpost.api.capacity.Place;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Sight;
import signpost.engine.catalogue.Catalogue;

/**
 * What is suggested for a student in one line: the same intervention at several dates is one.
 *
 * @param id of the first
 * @param title the intervention, and which of several by design
 * @param dues when each is due, the first first
 * @param because the reasons, each once
 * @param evidenceUnknown whether a rule behind one of them cannot tell any more
 * @param place of the first in the line for it; none where there is enough for all
 */
record Suggestion(
        UUID id, String title, List<DueDay> dues, String because, boolean evidenceUnknown, Optional<Place> place) {

    /** @param seen of one student, gravest first */
    static List<Suggestion> of(
            List<Recommendation> seen, Map<UUID, Place> places, Sight sight, Catalogue catalogue, LocalDate today) {
        Map<String, List<Recommendation>> same = new LinkedHashMap<>();
        seen.forEach(one -> same.computeIfAbsent(one.intervention(), code -> new ArrayList<>())
                .add(one));
        return same.values().stream()
                .map(several -> line(several, places, sight, catalogue, today))
                .toList();
    }

    private static Suggestion line(
            List<Recommendation> several, Map<UUID, Place> places, Sight sight, Catalogue catalogue, LocalDate today) {
        Recommendation first = several.get(0);
        Set<String> reasons = several.stream()
                .map(one -> sight.because(one.shown()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Suggestion(
                first.id(),
                title(several, catalogue),
                several.stream()
                        .map(Recommendation::due)
                        .distinct()
                        .sorted()
                        .map(due -> DueDay.of(due, today))
                        .toList(),
                String.join("; ", reasons),
                several.stream().anyMatch(Recommendation::evidenceUnknown),
                Optional.ofNullable(places.get(first.id())));
    }

    private static String title(List<Recommendation> several, Catalogue catalogue) {
        String code = several.get(0).intervention();
        String title = catalogue.title(code);
        String which = several.stream()
                .map(Recommendation::occurrence)
                .filter(occurrence -> !occurrence.isEmpty())
                .collect(Collectors.joining("; "));
        return which.isEmpty() ? title : title + " (" + which + ")";
    }
}
