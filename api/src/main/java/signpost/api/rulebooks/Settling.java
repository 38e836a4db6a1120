package signpost.api.rulebooks;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import signpost.api.schools.SchoolScope;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.scenario.CheckedBook;
import signpost.engine.text.Problem;

/**
 * Puts in force at a school what follows from the last versions of its own and its trust's book, if that passes every check;
 * otherwise the school keeps the book it had, and what is wrong is kept for whoever can mend it. Doing it twice changes
 * nothing.
 */
@Service
public class Settling {

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    private final SchoolScope scope;
    private final Composition composition;
    private final BooksOfSchools schools;
    private final RuleBooks books;
    private final CheckedBooks checkedBooks;
    private final BookInForce inForce;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Settling(
            SchoolScope scope,
            Composition composition,
            BooksOfSchools schools,
            RuleBooks books,
            CheckedBooks checkedBooks,
            BookInForce inForce,
            Clock clock,
            ApplicationEventPublisher events) {
        this.scope = scope;
        this.composition = composition;
        this.schools = schools;
        this.books = books;
        this.checkedBooks = checkedBooks;
        this.inForce = inForce;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Settles a school's book; outside any transaction.
     *
     * @return what is wrong; empty when the book is in force
     */
    public List<Problem> settle(UUID school) {
        return scope.within(school, () -> {
            Composition.Parts parts = composition.last(school);
            if (parts.nothingOfTheirOwn() && schools.of(school).isEmpty()) {
                return List.of();
            }
            BookFiles files = composition.files(school, parts);
            String digest = files.digest();
            CheckedBook checked = checked(files, digest);
            if (checked instanceof CheckedBook.Refused refused) {
                schools.refused(school, parts, refused.problems(), clock.instant());
                LOG.warn(
                        "The rule book of school {} was not taken, the one in force stays: {} problems",
                        school,
                        refused.problems().size());
                return refused.problems();
            }
            CheckedBook.Ready ready = (CheckedBook.Ready) checked;
            int rules = ready.recommender().book().rules().size();
            books.store(files, origin(parts), rules, ready.scenarios(), clock.instant());
            if (schools.put(school, digest, parts, clock.instant())) {
                inForce.ready(ready.recommender());
                inForce.look();
                LOG.info("Rule book {} in force at school {}: {} rules", digest.substring(0, 12), school, rules);
                events.publishEvent(new BookPublished(Optional.of(school), digest));
            }
            return List.of();
        });
    }

    private CheckedBook checked(BookFiles files, String digest) {
        return checkedBooks
                .known(digest)
                .map(CheckedBooks.Checked::checked)
                .orElseGet(() -> books.hasPassed(digest)
                        ? CheckedBook.knownToPass(files)
                        : checkedBooks.of(files).checked());
    }

    private static String origin(Composition.Parts parts) {
        if (parts.trust() == 0) {
            return "the school's version " + parts.school();
        }
        return "the trust's version " + parts.trust()
                + (parts.school() == 0 ? "" : " with the school's version " + parts.school());
    }
}
