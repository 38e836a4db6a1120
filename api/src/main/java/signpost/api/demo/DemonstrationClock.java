package signpost.api.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The program's clock; the thread that loads the demonstration may set it back for itself, so that a term went by. */
final class DemonstrationClock extends Clock {

    private final Clock real;
    private final ThreadLocal<Duration> back;

    DemonstrationClock(Clock real) {
        this(real, ThreadLocal.withInitial(() -> Duration.ZERO));
    }

    private DemonstrationClock(Clock real, ThreadLocal<Duration> back) {
        this.real = real;
        this.back = back;
    }

    /** Does work for which it is a moment that has been, and goes on from there, at most now; for everybody else it is now. */
    void at(Instant moment, Runnable work) {
        Duration before = back.get();
        Instant now = real.instant();
        back.set(Duration.between(moment.isBefore(now) ? moment : now, now));
        try {
            work.run();
        } finally {
            back.set(before);
        }
    }

    @Override
    public Instant instant() {
        return real.instant().minus(back.get());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DemonstrationClock(real.withZone(zone), back);
    }
}
