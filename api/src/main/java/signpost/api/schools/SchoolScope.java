package signpost.api.schools;

import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which schools the current thread works for. Every transaction begun meanwhile sees those schools' rows and no others;
 * a statement outside a transaction sees none.
 */
@Component
public class SchoolScope {

    private final ThreadLocal<Set<UUID>> schools = ThreadLocal.withInitial(Set::of);

    /** The ids of the schools worked for; empty when none is known yet. */
    public Set<UUID> current() {
        return schools.get();
    }

    /**
     * Does work for one school, in transactions that begin inside {@code work}.
     *
     * @throws IllegalStateException inside a transaction begun for other schools, which would go on seeing those
     */
    public <T> T within(UUID school, Supplier<T> work) {
        var stay = enter(school);
        try {
            return work.get();
        } finally {
            stay.close();
        }
    }

    /** As {@link #within(UUID, Supplier)}, for work that returns nothing. */
    public void within(UUID school, Runnable work) {
        within(school, () -> {
            work.run();
            return true;
        });
    }

    /** A stay in one school, which ends where the one before it resumes. */
    interface Stay extends AutoCloseable {
        @Override
        void close();
    }

    Stay enter(UUID school) {
        var before = schools.get();
        var wanted = Set.of(school);
        if (!before.equals(wanted) && TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Change the school before the transaction begins, not inside it");
        }
        schools.set(wanted);
        return () -> {
            if (before.isEmpty()) {
                schools.remove();
            } else {
                schools.set(before);
            }
        };
    }
}
