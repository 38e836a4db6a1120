package signpost.api.capacity;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.Terms;
import signpost.engine.catalogue.Intervention;

/** What a school can give this term, what is used of it, and who stands where in the line. */
@Controller
@PreAuthorize("hasAuthority('DECIDE')")
class CapacityPage {

    /** An intervention, or an adviser with the hours that suggestions are offered; with its bar where it is limited. */
    record Shown(
            String code,
            String title,
            String of,
            String used,
            String left,
            String hours,
            int waits,
            boolean limited,
            Bar bar) {}

    /** Somebody in the line. */
    record Standing(Asking asking, Place place, Optional<MovesInLine.Moved> move) {}

    /** Somebody who has a place. */
    record Holding(Asking asking, Optional<MovesInLine.Moved> move) {}

    private final Places places;
    private final MovesInLine moves;
    private final Terms terms;
    private final BookInForce book;
    private final Clock clock;

    CapacityPage(Places places, MovesInLine moves, Terms terms, BookInForce book, Clock clock) {
        this.places = places;
        this.moves = moves;
        this.terms = terms;
        this.book = book;
        this.clock = clock;
    }

    @GetMapping("/capacity")
    String show(@AuthenticationPrincipal StaffMember person, Model model) {
        SchoolTerm term = terms.working(person.schoolId(), LocalDate.now(clock));
        Places.Picture picture = places.picture(person.schoolId(), term);
        model.addAttribute("term", term.term().words());
        model.addAttribute(
                "advisers",
                picture.fitted().advisers().stream().map(CapacityPage::shown).toList());
        model.addAttribute(
                "interventions",
                picture.fitted().used().stream()
                        .filter(one -> one.most().isPresent() || one.taken() + one.fit() + one.waits() > 0)
                        .map(one -> shown(one, picture.capacity()))
                        .toList());
        return "capacity";
    }

    @GetMapping("/capacity/lines/{code}")
    String line(@PathVariable String code, @AuthenticationPrincipal StaffMember person, Model model) {
        Intervention intervention = book.recommender()
                .book()
                .catalogue()
                .intervention(code)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        SchoolTerm term = terms.working(person.schoolId(), LocalDate.now(clock));
        Places.Picture picture = places.picture(person.schoolId(), term);
        List<Asking> these = picture.asking().stream()
                .filter(one -> one.intervention().equals(code))
                .toList();
        List<Asking> asking = these.stream().filter(one -> !one.taken()).toList();
        Map<UUID, MovesInLine.Moved> moved =
                moves.of(person.schoolId(), these.stream().map(Asking::id).toList()).stream()
                        .collect(Collectors.toMap(
                                MovesInLine.Moved::recommendation, Function.identity(), (last, before) -> last));
        model.addAttribute("term", term.term().words());
        model.addAttribute("intervention", intervention);
        model.addAttribute(
                "limited",
                picture.capacity().scarce(book.recommender().book().catalogue()).contains(code));
        model.addAttribute(
                "holders",
                these.stream()
                        .filter(Asking::taken)
                        .map(one -> new Holding(one, Optional.ofNullable(moved.get(one.id()))))
                        .sorted(Comparator.comparing(one -> one.asking().name()))
                        .toList());
        model.addAttribute(
                "line",
                asking.stream()
                        .flatMap(one -> Optional.ofNullable(
                                        picture.fitted().places().get(one.id()))
                                .stream()
                                .map(place -> new Standing(one, place, Optional.ofNullable(moved.get(one.id())))))
                        .toList());
        return "capacity-line";
    }

    private static Shown shown(AdviserHours.Tally one) {
        return new Shown(
                "",
                one.name(),
                Fitting.plain(one.hours()),
                Fitting.plain(one.taken()),
                Fitting.plain(one.hours().subtract(one.taken()).max(BigDecimal.ZERO)),
                Fitting.plain(one.offered()),
                0,
                true,
                Bar.of(
                        one.taken().doubleValue(),
                        one.offered().doubleValue(),
                        one.hours().doubleValue()));
    }

    private Shown shown(Fitting.Used one, Capacity capacity) {
        String title = book.recommender().book().catalogue().title(one.intervention());
        boolean limited =
                one.most().isPresent() && !capacity.of(one.intervention()).none();
        return new Shown(
                one.intervention(),
                title,
                limited ? "" + one.most().getAsInt() : "no limit of its own",
                "" + one.taken(),
                limited ? "" + one.left() : "–",
                Fitting.plain(one.hours()),
                one.waits(),
                limited,
                Bar.of(one.taken(), one.fit(), limited ? one.most().getAsInt() : 0));
    }
}
