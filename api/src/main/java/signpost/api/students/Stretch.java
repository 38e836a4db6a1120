package signpost.api.students;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import signpost.engine.profile.Source;

/**
 * Days over which one source said one thing of a student.
 *
 * @param value in canonical form
 * @param last whether nothing later was said in the same batch
 */
record Stretch(
        UUID student, String attribute, String value, Source source, LocalDate from, LocalDate to, boolean last) {

    private record About(UUID student, String attribute) {}

    /** The batch in order of days, with repetitions drawn together. Of two statements of one day the later counts. */
    static List<Stretch> of(List<NewObservation> batch) {
        Map<About, List<NewObservation>> told = new LinkedHashMap<>();
        for (NewObservation observation : batch) {
            told.computeIfAbsent(new About(observation.student(), observation.attribute()), about -> new ArrayList<>())
                    .add(observation);
        }
        List<Stretch> stretches = new ArrayList<>(batch.size());
        told.values().forEach(one -> draw(one, stretches));
        return stretches;
    }

    private static void draw(List<NewObservation> told, List<Stretch> stretches) {
        told.sort(Comparator.comparing(NewObservation::on));
        NewObservation first = told.get(0);
        NewObservation previous = first;
        for (NewObservation next : told.subList(1, told.size())) {
            if (!next.value().equals(first.value()) || next.source() != first.source()) {
                stretches.add(between(first, previous, false));
                first = next;
            }
            previous = next;
        }
        stretches.add(between(first, previous, true));
    }

    private static Stretch between(NewObservation first, NewObservation previous, boolean last) {
        return new Stretch(
                first.student(),
                first.attribute(),
                first.value().canonical(),
                first.source(),
                first.on(),
                previous.on(),
                last);
    }
}
