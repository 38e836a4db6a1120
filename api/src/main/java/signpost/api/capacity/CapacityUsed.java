package signpost.api.capacity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.rulebooks.BookInForce;
import signpost.api.terms.Terms;
import signpost.engine.catalogue.Intervention;

/** How much of what a school can give this term is used. */
@Service
@Transactional(readOnly = true)
public class CapacityUsed {

    /**
     * Places of an intervention, or hours of an adviser.
     *
     * @param accepted done or still to do; may be more than there is
     * @param offered go to suggestions that nobody has decided
     */
    public record Share(String title, int accepted, int offered, int left) {}

    private final Places places;
    private final Terms terms;
    private final BookInForce book;
    private final Clock clock;

    CapacityUsed(Places places, Terms terms, BookInForce book, Clock clock) {
        this.places = places;
        this.terms = terms;
        this.book = book;
        this.clock = clock;
    }

    /** Of each intervention whose places are limited, and of each adviser whose hours are set. */
    public record Shares(List<Share> places, List<Share> hours) {}

    /** Hours are rounded to whole ones. */
    public Shares of(UUID school) {
        Places.Picture picture = places.picture(school, terms.working(school, LocalDate.now(clock)));
        return new Shares(
                picture.fitted().used().stream()
                        .filter(one -> one.most().isPresent())
                        .map(one -> new Share(
                                title(one.intervention()), one.taken(), one.fit(), Math.max(0, one.left() - one.fit())))
                        .toList(),
                picture.fitted().advisers().stream().map(CapacityUsed::share).toList());
    }

    private static Share share(AdviserHours.Tally one) {
        return new Share(
                one.name(),
                whole(one.taken()),
                whole(one.offered()),
                whole(one.left().max(BigDecimal.ZERO)));
    }

    private static int whole(BigDecimal hours) {
        return hours.setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    private String title(String code) {
        return book.recommender()
                .book()
                .catalogue()
                .intervention(code)
                .map(Intervention::title)
                .orElse(code);
    }
}
