package signpost.engine.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The interventions and override reasons of a book, in the order written. */
public final class Catalogue {

    private final Map<String, Intervention> interventions = new LinkedHashMap<>();
    private final Map<String, OverrideReason> reasons = new LinkedHashMap<>();

    public Catalogue(List<Intervention> interventions, List<OverrideReason> reasons) {
        interventions.forEach(intervention -> this.interventions.put(intervention.code(), intervention));
        reasons.forEach(reason -> this.reasons.put(reason.code(), reason));
    }

    public Optional<Intervention> intervention(String code) {
        return Optional.ofNullable(interventions.get(code));
    }

    /** What people read for an intervention; its code, once the book has no such intervention any more. */
    public String title(String code) {
        return intervention(code).map(Intervention::title).orElse(code);
    }

    /** What can still be chosen on a day, by title: everything that is not retired by then. */
    public List<Intervention> offeredOn(LocalDate day) {
        return interventions.values().stream()
                .filter(one -> one.offeredOn(day))
                .sorted(Comparator.comparing(Intervention::title))
                .toList();
    }

    /** The codes of what is delivered by holding an interview of a kind, as the catalogue writes kinds. */
    public Set<String> heldAs(String interview) {
        return interventions.values().stream()
                .filter(one -> one.interviews().contains(interview))
                .map(Intervention::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Collection<Intervention> interventions() {
        return Collections.unmodifiableCollection(interventions.values());
    }

    public Optional<OverrideReason> reason(String code) {
        return Optional.ofNullable(reasons.get(code));
    }

    public Collection<OverrideReason> reasons() {
        return Collections.unmodifiableCollection(reasons.values());
    }
}
