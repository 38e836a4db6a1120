package signpost.api.rulebooks;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import signpost.api.schools.Ids;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.scenario.CheckedBook;
import signpost.engine.text.Place;
import signpost.engine.text.Problem;

/**
 * The book of whoever has published none. A change in the folder takes effect once it passes every check; a broken one
 * leaves the book as it was. What another replica put in force is taken over within seconds.
 */
@Component
class DefaultBook {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultBook.class);

    private final BookSource source;
    private final RuleBooks books;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private volatile Recommender inForce;
    private String lastTried = "";

    DefaultBook(BookSource source, RuleBooks books, Ids ids, Clock clock, ApplicationEventPublisher events) {
        this.source = source;
        this.books = books;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        this.inForce = first();
    }

    Recommender recommender() {
        return inForce;
    }

    /** Looks whether the folder or another replica has changed the book. */
    synchronized void look() {
        if (source.canChange()) {
            tryFolder();
        }
        follow();
    }

    /** Takes over what the database says is in force: another replica may have put it there. */
    void follow() {
        books.digestInForce()
                .filter(digest -> !digest.equals(recommender().book().digest()))
                .flatMap(this::stored)
                .ifPresent(this::use);
    }

    private void use(Recommender recommender) {
        inForce = recommender;
    }

    private Recommender first() {
        Optional<Recommender> own = read();
        return own.or(() -> books.digestInForce().flatMap(this::stored))
                .orElseGet(() ->
                        published(source.shipped().files(), "the shipped pack").orElseThrow());
    }

    private void tryFolder() {
        read().ifPresent(this::use);
    }

    /** Reads the source unless it is as it was when last read. */
    private Optional<Recommender> read() {
        try {
            BookFiles files = source.files();
            String digest = files.digest();
            if (digest.equals(lastTried)) {
                return Optional.empty();
            }
            Optional<Recommender> read = published(files, source.origin());
            lastTried = digest;
            return read;
        } catch (UncheckedIOException unreadable) {
            if (!lastTried.equals("unreadable")) {
                lastTried = "unreadable";
                refused(
                        "",
                        List.of(Problem.at(
                                Place.startOf(source.origin()),
                                "This folder cannot be read.",
                                "Check that it exists and that Signpost may read it.")));
            }
            return Optional.empty();
        }
    }

    private Optional<Recommender> published(BookFiles files, String origin) {
        CheckedBook checked = checked(files);
        if (checked instanceof CheckedBook.Refused refused) {
            refused(files.digest(), refused.problems());
            return Optional.empty();
        }
        CheckedBook.Ready ready = (CheckedBook.Ready) checked;
        Recommender recommender = ready.recommender();
        String digest = recommender.book().digest();
        int rules = recommender.book().rules().size();
        books.tried(ids.next(), origin, digest, List.of(), clock.instant());
        books.store(files, origin, rules, ready.scenarios(), clock.instant());
        boolean another = books.putInForce(digest, clock.instant());
        // Whoever hears of it must find it in force already.
        use(recommender);
        if (another) {
            LOG.info(
                    "Rule book {} in force: {} rules, {} scenarios, from {}",
                    digest.substring(0, 12),
                    rules,
                    ready.scenarios(),
                    origin);
            events.publishEvent(new BookPublished(Optional.empty(), digest));
        }
        return Optional.of(recommender);
    }

    /** The shipped book passed when the program was built, another when this release last read it. */
    private CheckedBook checked(BookFiles files) {
        String digest = files.digest();
        if (digest.equals(source.shipped().files().digest())) {
            return source.shipped().checked();
        }
        return books.hasPassed(digest) ? CheckedBook.knownToPass(files) : CheckedBook.of(files);
    }

    private void refused(String digest, List<Problem> problems) {
        books.tried(ids.next(), source.origin(), digest, problems, clock.instant());
        LOG.warn(
                "The rule book in {} was not taken; the one in force stays. {} problems:",
                source.origin(),
                problems.size());
        problems.forEach(problem -> LOG.warn("{}", problem));
    }

    private Optional<Recommender> stored(String digest) {
        return books.files(digest)
                .map(CheckedBook::knownToPass)
                .filter(CheckedBook.Ready.class::isInstance)
                .map(checked -> ((CheckedBook.Ready) checked).recommender());
    }
}
