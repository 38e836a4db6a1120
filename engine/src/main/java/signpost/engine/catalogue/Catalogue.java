package signpost.engine.catalogue;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
