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
 * @param from the first day, {@code to} the last
 */
record Stretch(UUID student, String attribute, String value, Source source, LocalDate from, LocalDate to) {

    /** What was spoken of. */
    record About(UUID student, String attribute) {}

    About about() {
        return new About(student, attribute);
    }

    boolean saysAs(Stretch other) {
        return value.equals(other.value) && source == other.source;
    }

    /** Whether {@code other} adds nothing to this. */
    boolean covers(Stretch other) {
        return saysAs(other) && !from.isAfter(other.from) && !to.isBefore(other.to);
    }

    /**
     * The batch by what it speaks of, in order of days, with repetitions drawn together. Of two statements of one day the
     * later in the batch comes last.
     */
    static Map<About, List<Stretch>> of(List<NewObservation> batch) {
        Map<About, List<NewObservation>> told = new LinkedHashMap<>();
        batch.forEach(one -> told.computeIfAbsent(new About(one.student(), one.attribute()), about -> new ArrayList<>())
                .add(one));
        Map<About, List<Stretch>> stretches = new LinkedHashMap<>();
        told.forEach((about, observations) -> {
            observations.sort(Comparator.comparing(NewObservation::on));
            stretches.put(about, drawn(observations));
        });
        return stretches;
    }

    private static List<Stretch> drawn(List<NewObservation> observations) {
        List<Stretch> drawn = new ArrayList<>();
        for (NewObservation one : observations) {
            var day = new Stretch(
                    one.student(), one.attribute(), one.value().canonical(), one.source(), one.on(), one.on());
            int last = drawn.size() - 1;
            if (last >= 0 && drawn.get(last).saysAs(day)) {
                drawn.set(last, drawn.get(last).until(one.on()));
            } else {
                drawn.add(day);
            }
        }
        return drawn;
    }

    private Stretch until(LocalDate day) {
        return new Stretch(student, attribute, value, source, from, day);
    }
}
