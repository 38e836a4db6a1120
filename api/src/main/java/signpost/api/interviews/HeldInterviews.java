package signpost.api.interviews;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The interviews held with a student, with all that belongs to them. */
@Service
class HeldInterviews {

    private final InterviewRows rows;
    private final Circumstances circumstances;

    HeldInterviews(InterviewRows rows, Circumstances circumstances) {
        this.rows = rows;
        this.circumstances = circumstances;
    }

    /** All of them, the latest first. */
    @Transactional(readOnly = true)
    public List<Held> of(UUID student) {
        return of(List.of(student));
    }

    /** Those with any of these students, the latest first. */
    @Transactional(readOnly = true)
    public List<Held> of(Collection<UUID> students) {
        Map<UUID, Circumstances.Of> besides = circumstances.of(students);
        return rows.of(students).stream()
                .map(row ->
                        new Held(row.id(), row.interview(), besides.getOrDefault(row.id(), Circumstances.Of.NOTHING)))
                .toList();
    }
}
