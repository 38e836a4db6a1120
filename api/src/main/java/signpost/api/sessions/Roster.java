package signpost.api.sessions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import signpost.api.deliveries.Delivery;
import signpost.api.deliveries.What;
import signpost.api.recommendations.Recommendation;
import signpost.api.students.Student;

/** The students on a session's list, in order of surname. */
record Roster(List<Row> rows) {

    Roster {
        rows = List.copyOf(rows);
    }

    /**
     * A student on the list.
     *
     * @param mark what was recorded last through this session
     * @param elsewhere what was recorded of it since, but not here
     * @param attended how many meetings the student attended besides this one
     * @param missed how often the student did not attend
     */
    record Row(
            Recommendation recommendation,
            Student student,
            Delivery mark,
            Optional<Delivery> elsewhere,
            long attended,
            long missed) {

        UUID id() {
            return recommendation.id();
        }

        /** Whether the register has still to say what happened. */
        public boolean open() {
            return elsewhere.isEmpty() && mark.what() == What.PLANNED;
        }
    }

    /** Whether the register says of anybody what happened. */
    boolean taken() {
        return rows.stream().anyMatch(row -> row.mark().what() != What.PLANNED);
    }

    /** The deliveries of this session, of which an outcome can be recorded. */
    List<UUID> delivered() {
        return rows.stream()
                .filter(row -> row.elsewhere().isEmpty() && row.mark().what() == What.DELIVERED)
                .map(row -> row.mark().id())
                .toList();
    }
}
