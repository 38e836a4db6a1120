package signpost.api.rulebooks;

import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.scenario.CheckedBook;

/**
 * The book of whoever has published none: the shipped pack. What a replica of another release put in force is taken over
 * within seconds.
 */
@Component
class DefaultBook {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultBook.class);

    private final ShippedBook shipped;
    private final RuleBooks books;
    private final Clock clock;
    private volatile Recommender inForce;

    DefaultBook(ShippedBook shipped, RuleBooks books, Clock clock, ApplicationEventPublisher events) {
        this.shipped = shipped;
        this.books = books;
        this.clock = clock;
        this.inForce = putInForce(events);
    }

    Recommender recommender() {
        return inForce;
    }

    BookFiles files() {
        return shipped.read().files();
    }

    /** Takes over what the database says is in force: another replica may have put it there. */
    void follow() {
        books.digestInForce()
                .filter(digest -> !digest.equals(recommender().book().digest()))
                .flatMap(books::files)
                .map(CheckedBook::knownToPass)
                .filter(CheckedBook.Ready.class::isInstance)
                .ifPresent(checked -> inForce = ((CheckedBook.Ready) checked).recommender());
    }

    /** The shipped book passed its scenarios when the program was built. */
    private Recommender putInForce(ApplicationEventPublisher events) {
        CheckedBook.Ready ready = (CheckedBook.Ready) shipped.read().checked();
        Recommender recommender = ready.recommender();
        String digest = recommender.book().digest();
        int rules = recommender.book().rules().size();
        books.store(files(), "the shipped pack", rules, ready.scenarios(), clock.instant());
        if (books.putInForce(digest, clock.instant())) {
            LOG.info(
                    "Rule book {} in force where no other is: {} rules, {} scenarios, the shipped pack",
                    digest.substring(0, 12),
                    rules,
                    ready.scenarios());
            events.publishEvent(new BookPublished(Optional.empty(), digest));
        }
        return recommender;
    }
}
