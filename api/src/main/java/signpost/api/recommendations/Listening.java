package signpost.api.recommendations;

import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import signpost.api.rulebooks.BookPublished;
import signpost.api.students.ProfilesChanged;
import signpost.api.terms.CalendarChanged;

/**
 * Hears what concerns evaluation. The request to evaluate commits with the fact; the evaluation follows at once when few
 * students are concerned, and by a worker otherwise. A failing rule never loses the fact.
 */
@Component
class Listening {

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    /** Up to so many students are evaluated before the answer is given. */
    private static final int AT_ONCE = 30;

    /**
     * An evaluation after a commit needs a second connection while the first is still held: only a few at a time may, or
     * many writers together would wait for each other. The others' students wait for the worker.
     */
    private final Semaphore connections = new Semaphore(3);

    private final Evaluations waiting;
    private final Evaluator evaluator;
    private final TurnOfDay turnOfDay;
    private final Clock clock;

    Listening(Evaluations waiting, Evaluator evaluator, TurnOfDay turnOfDay, Clock clock) {
        this.waiting = waiting;
        this.evaluator = evaluator;
        this.turnOfDay = turnOfDay;
        this.clock = clock;
    }

    @EventListener
    void request(ProfilesChanged changed) {
        waiting.request(changed.school(), changed.students(), clock.instant());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void evaluate(ProfilesChanged changed) {
        if (changed.students().size() > AT_ONCE || !connections.tryAcquire()) {
            return;
        }
        try {
            evaluator.now(changed.school(), changed.students());
        } catch (RuntimeException failure) {
            LOG.error("Students of school {} could not be evaluated at once; they wait", changed.school(), failure);
        } finally {
            connections.release();
        }
    }

    @EventListener
    void requestAll(CalendarChanged changed) {
        waiting.requestAll(changed.school(), clock.instant());
    }

    /** A book published while the program starts is found by {@link TurnOfDay} once it runs. */
    @EventListener
    void turn(BookPublished published) {
        published.school().ifPresentOrElse(turnOfDay::come, turnOfDay::come);
    }
}
