package signpost.api.capacity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.rulebooks.BookInForce;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.Terms;
import signpost.engine.catalogue.Catalogue;

/** Says before somebody is moved in the line who would get a place and who would lose one, by fitting the line once more. */
@Service
class Foreseen {

    private static final Comparator<Asking> NEED = Comparator.comparing(
                    (Asking one) -> -one.need().severity())
            .thenComparing(one -> one.need().due())
            .thenComparing(one -> -one.need().roni())
            .thenComparing(one -> one.need().since())
            .thenComparing(Asking::id);

    private final Places places;
    private final Terms terms;
    private final BookInForce book;
    private final Clock clock;

    Foreseen(Places places, Terms terms, BookInForce book, Clock clock) {
        this.places = places;
        this.terms = terms;
        this.book = book;
        this.clock = clock;
    }

    /** What each move of a suggestion would change, in a sentence or two; nothing where nothing limits it. */
    @Transactional
    public Map<Direction, String> of(UUID school, UUID id) {
        SchoolTerm term = terms.working(school, LocalDate.now(clock));
        Places.Picture now = places.picture(school, term);
        Map<Direction, String> words = new EnumMap<>(Direction.class);
        if (now.fitted().places().containsKey(id)) {
            for (Direction direction : Direction.values()) {
                words.put(direction, words(now, moved(now.asking(), id, direction), id));
            }
        }
        return words;
    }

    private static List<Asking> moved(List<Asking> line, UUID id, Direction direction) {
        List<Asking> others = new ArrayList<>(line);
        Asking one = others.stream()
                .filter(asking -> asking.id().equals(id))
                .findFirst()
                .orElseThrow();
        others.remove(one);
        Asking moved = one.moved(direction);
        Comparator<Asking> order = Comparator.comparing(Asking::move).thenComparing(NEED);
        int at = 0;
        while (at < others.size() && order.compare(others.get(at), moved) < 0) {
            at++;
        }
        others.add(at, moved);
        return others;
    }

    private String words(Places.Picture now, List<Asking> after, UUID id) {
        Catalogue catalogue = book.recommender().book().catalogue();
        Map<UUID, Place> before = now.fitted().places();
        Map<UUID, Place> then = Fitting.of(now.capacity(), catalogue, after).places();
        Asking self =
                after.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        List<String> gets = new ArrayList<>();
        List<String> loses = new ArrayList<>();
        for (Asking one : after) {
            boolean had = fits(before, one);
            boolean has = fits(then, one);
            if (had != has && !one.id().equals(id)) {
                (has ? gets : loses)
                        .add(
                                one.intervention().equals(self.intervention())
                                        ? one.name()
                                        : one.name() + " (" + catalogue.title(one.intervention()) + ")");
            }
        }
        return own(self.name(), fits(before, self), fits(then, self))
                + said(gets, " gets", " get", " a place.")
                + said(loses, " loses theirs", " lose theirs", " and waits.");
    }

    private static boolean fits(Map<UUID, Place> places, Asking one) {
        return Optional.ofNullable(places.get(one.id())).map(Place::fits).orElse(false);
    }

    private static String own(String name, boolean had, boolean has) {
        if (had == has) {
            return name + (has ? " keeps a place." : " still waits.");
        }
        return name + (has ? " gets a place." : " loses theirs and waits.");
    }

    private static String said(List<String> names, String one, String many, String end) {
        if (names.isEmpty()) {
            return "";
        }
        return " " + String.join(" and ", names) + (names.size() == 1 ? one : many)
                + (names.size() == 1 ? end : end.replace("waits", "wait"));
    }
}
