package signpost.engine.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import signpost.engine.rulebook.Severity;

/** What several rules may ask for, by its number in the book, with the gravest severity, the earliest date and every reason. */
final class Tally<T> {

    /** Something asked for, by one rule or several. */
    static final class Entry<T> {

        private final int number;
        private final T of;
        private Severity severity = Severity.LOW;
        private LocalDate due = LocalDate.MAX;
        private final List<Reason> reasons = new ArrayList<>(2);

        private Entry(int number, T of) {
            this.number = number;
            this.of = of;
        }

        T of() {
            return of;
        }

        Severity severity() {
            return severity;
        }

        LocalDate due() {
            return due;
        }

        List<Explanation> reasons() {
            return Reasons.of(reasons);
        }

        /** A rule may ask twice; it is one reason. */
        private void add(Severity severity, LocalDate due, Reason reason) {
            this.severity = this.severity.or(severity);
            this.due = due.isBefore(this.due) ? due : this.due;
            if (reasons.isEmpty() || reasons.get(reasons.size() - 1) != reason) {
                reasons.add(reason);
            }
        }
    }

    private final List<@Nullable Entry<T>> byNumber;
    private final List<Entry<T>> entries = new ArrayList<>();

    /** @param count how many numbers there are */
    Tally(int count) {
        byNumber = new ArrayList<>(Collections.nCopies(count, null));
    }

    void add(int number, T of, Severity severity, LocalDate due, Reason reason) {
        Entry<T> entry = byNumber.get(number);
        if (entry == null) {
            entry = new Entry<>(number, of);
            byNumber.set(number, entry);
            entries.add(entry);
        }
        entry.add(severity, due, reason);
    }

    void add(int number, T of, Severity severity, Reason reason) {
        add(number, of, severity, LocalDate.MAX, reason);
    }

    void add(int number, T of, Reason reason) {
        add(number, of, Severity.LOW, LocalDate.MAX, reason);
    }

    boolean has(int number) {
        return byNumber.get(number) != null;
    }

    List<Explanation> reasons(int number) {
        Entry<T> entry = byNumber.get(number);
        return entry == null ? List.of() : entry.reasons();
    }

    List<Entry<T>> entries() {
        return entries;
    }

    /** Ready for the next student. */
    void clear() {
        for (Entry<T> entry : entries) {
            byNumber.set(entry.number, null);
        }
        entries.clear();
    }
}
