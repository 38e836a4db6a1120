package signpost.api.capacity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.rulebooks.BookInForce;
import signpost.api.terms.SchoolTerm;
import signpost.engine.catalogue.Catalogue;

/** Who gets a place this term and who waits, worked out when it is asked for: two statements, one where nothing is limited. */
@Service
public class Places {

    /** All there is to say of a term's capacity. */
    record Picture(Capacity capacity, List<Asking> asking, Fitting.Fitted fitted) {}

    private final Limits limits;
    private final Line line;
    private final BookInForce book;

    Places(Limits limits, Line line, BookInForce book) {
        this.limits = limits;
        this.line = line;
        this.book = book;
    }

    /** The place of each suggestion that something limits, by the id of the recommendation. */
    @Transactional(readOnly = true)
    public Map<UUID, Place> of(UUID school, SchoolTerm term) {
        return picture(school, term).fitted().places();
    }

    /**
     * What whoever accepted this intervention for these students is told if more is accepted now than there is: sentences,
     * each after a space; nothing when there is enough.
     */
    @Transactional(readOnly = true)
    public String beyond(UUID school, SchoolTerm term, String intervention, Collection<UUID> students) {
        return Beyond.words(picture(school, term), book.recommender().book().catalogue(), intervention, students);
    }

    @Transactional(readOnly = true)
    Picture picture(UUID school, SchoolTerm term) {
        Catalogue catalogue = book.recommender().book().catalogue();
        Capacity capacity = limits.of(school, term.id());
        List<Asking> asking = line.of(
                school,
                term.term(),
                capacity.scarce(catalogue),
                !capacity.advisers().isEmpty());
        return new Picture(capacity, asking, Fitting.of(capacity, catalogue, asking));
    }
}
