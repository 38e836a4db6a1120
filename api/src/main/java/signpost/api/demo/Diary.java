package signpost.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.transaction.support.TransactionOperations;

/** What happened on earlier days, in whatever order it is noted; it is done in the order of the days, a day in one transaction. */
final class Diary {

    private static final LocalTime FIRST = LocalTime.of(9, 20);
    private static final LocalTime LAST = LocalTime.of(16, 10);
    private static final int MINUTES_APART = 6;

    private final DemonstrationClock clock;
    private final TransactionOperations transactions;
    private final Map<LocalDate, List<Runnable>> days = new TreeMap<>();

    Diary(DemonstrationClock clock, TransactionOperations transactions) {
        this.clock = clock;
        this.transactions = transactions;
    }

    /** What is noted of one day is done in the order noted. */
    void on(LocalDate day, Runnable what) {
        days.computeIfAbsent(day, first -> new ArrayList<>()).add(what);
    }

    void play() {
        days.forEach((day, notes) -> clock.at(
                moment(day, LAST),
                () -> transactions.executeWithoutResult(status -> {
                    for (int number = 0; number < notes.size(); number++) {
                        clock.at(moment(day, FIRST.plusMinutes((long) MINUTES_APART * number)), notes.get(number));
                    }
                })));
    }

    private Instant moment(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(clock.getZone()).toInstant();
    }
}
