package signpost.api.sessions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import signpost.api.rulebooks.BookInForce;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.catalogue.Intervention;
import signpost.engine.vocabulary.Dates;

/** Says sessions as pages show them. */
@Component
class SessionWords {

    /**
     * A session as said.
     *
     * @param when such as {@code 3 December 2026 at 14:30}
     * @param where place and who runs it, or empty
     */
    record Said(GroupSession session, String title, String when, String where) {}

    private final BookInForce book;

    SessionWords(BookInForce book) {
        this.book = book;
    }

    Said said(GroupSession session) {
        String when = Dates.words(session.on())
                + session.at().map(time -> " at " + time).orElse("");
        List<String> where = Stream.of(session.place(), session.runBy().isEmpty() ? "" : "run by " + session.runBy())
                .filter(word -> !word.isEmpty())
                .toList();
        return new Said(session, title(session.intervention()), when, String.join(", ", where));
    }

    String title(String code) {
        return catalogue().title(code);
    }

    Optional<Intervention> intervention(String code) {
        return catalogue().intervention(code);
    }

    /** How many meetings deliver what a session is for. */
    int meetings(GroupSession session) {
        return intervention(session.intervention()).map(Intervention::meetings).orElse(1);
    }

    Catalogue catalogue() {
        return book.recommender().book().catalogue();
    }
}
