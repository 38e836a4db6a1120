package signpost.api.students;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides what a batch does to the current observations. */
final class Merge {

    private final Map<Stretch.About, ObservationRows.Row> current;
    private final Map<LocalDate, List<UUID>> confirmed = new TreeMap<>();
    private final Set<UUID> confirmedStudents = new HashSet<>();
    private final List<UUID> superseded = new ArrayList<>();
    private final List<Stretch> fresh = new ArrayList<>();
    private final List<Stretch> older = new ArrayList<>();

    Merge(Map<Stretch.About, ObservationRows.Row> current) {
        this.current = current;
    }

    /** Takes everything the batch says about one student and attribute, in order of days: only the last may become current. */
    void take(List<Stretch> said) {
        older.addAll(said.subList(0, said.size() - 1));
        Stretch last = said.get(said.size() - 1);
        ObservationRows.@Nullable Row known = current.get(last.about());
        if (known == null) {
            fresh.add(last);
        } else if (known.said().saysAs(last)) {
            sameAgain(known, last);
        } else if (replaces(last, known.said())) {
            superseded.add(known.id());
            fresh.add(last);
        } else {
            older.add(last);
        }
    }

    private void sameAgain(ObservationRows.Row known, Stretch last) {
        if (last.to().isAfter(known.said().to())) {
            confirmed.computeIfAbsent(last.to(), day -> new ArrayList<>()).add(known.id());
            confirmedStudents.add(last.student());
        }
        if (last.from().isBefore(known.said().from())) {
            older.add(last);
        }
    }

    /** A value may be corrected on its own day; who said the same later counts only from a later day. */
    private static boolean replaces(Stretch last, Stretch known) {
        return last.value().equals(known.value())
                ? last.to().isAfter(known.to())
                : !last.to().isBefore(known.to());
    }

    Map<LocalDate, List<UUID>> confirmed() {
        return confirmed;
    }

    Set<UUID> confirmedStudents() {
        return confirmedStudents;
    }

    int confirmations() {
        return confirmed.values().stream().mapToInt(List::size).sum();
    }

    List<UUID> superseded() {
        return superseded;
    }

    List<Stretch> fresh() {
        return fresh;
    }

    /** What cannot be current, and is history unless it is on record. */
    List<Stretch> older() {
        return older;
    }
}
