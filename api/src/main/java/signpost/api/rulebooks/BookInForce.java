package signpost.api.rulebooks;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import signpost.api.schools.SchoolScope;
import signpost.engine.evaluation.Recommender;
import signpost.engine.scenario.CheckedBook;

/**
 * The rule book in force at the school that is worked for. What another replica put in force is taken over within seconds;
 * whoever holds a recommender goes on with that one book, whatever is published meanwhile.
 */
@Component
public class BookInForce {

    private final DefaultBook defaultBook;
    private final BooksOfSchools schools;
    private final RuleBooks books;
    private final SchoolScope scope;
    private final Map<String, Recommender> ready = new ConcurrentHashMap<>();
    private volatile Map<UUID, String> digests;

    BookInForce(DefaultBook defaultBook, BooksOfSchools schools, RuleBooks books, SchoolScope scope) {
        this.defaultBook = defaultBook;
        this.schools = schools;
        this.books = books;
        this.scope = scope;
        this.digests = schools.digests();
    }

    /**
     * Ready to judge; the same object for as long as the book does not change. While no school is worked for, the book of
     * whoever has published none.
     */
    public Recommender recommender() {
        String digest = scope.current().stream().findFirst().map(digests::get).orElse("");
        return digest.isEmpty() ? defaultBook.recommender() : of(digest);
    }

    /**
     * As {@link #recommender()}, after asking the database which book is in force: a replica that has not heard yet of a
     * publication must not judge anybody by the book before.
     */
    public Recommender agreed() {
        var school = scope.current().stream().findFirst();
        var own = school.flatMap(schools::of).map(BooksOfSchools.InForce::digest);
        if (own.isPresent()) {
            return of(own.get());
        }
        defaultBook.follow();
        return defaultBook.recommender();
    }

    /** Looks whether another replica has put another book in force. */
    @Scheduled(fixedDelayString = "${signpost.rules.look-every:2s}")
    synchronized void look() {
        defaultBook.follow();
        Map<UUID, String> now = schools.digests();
        now.values().forEach(this::of);
        digests = now;
        ready.keySet().retainAll(Set.copyOf(now.values()));
    }

    /** Has a book at hand that is about to be looked for. */
    void ready(Recommender recommender) {
        ready.put(recommender.book().digest(), recommender);
    }

    private Recommender of(String digest) {
        return ready.computeIfAbsent(
                digest,
                wanted -> books.files(wanted)
                        .map(CheckedBook::knownToPass)
                        .filter(CheckedBook.Ready.class::isInstance)
                        .map(checked -> ((CheckedBook.Ready) checked).recommender())
                        .orElseThrow(
                                () -> new IllegalStateException("the book " + wanted + " in force cannot be read")));
    }
}
