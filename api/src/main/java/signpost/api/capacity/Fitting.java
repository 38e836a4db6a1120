package signpost.api.capacity;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.catalogue.Intervention;

/**
 * Fits what is asked for to what there is, in order. Acceptances have their places already; the suggestions fill what is
 * left; what takes an adviser's time takes it from the student's own adviser. Nothing of it is kept: it is worked out anew whenever it is
 * read.
 */
final class Fitting {

    private final Capacity capacity;
    private final Catalogue catalogue;
    private final Map<String, Used> used = new LinkedHashMap<>();
    private final Map<String, Integer> offered = new HashMap<>();
    private final Map<String, Integer> waiting = new HashMap<>();
    private final Map<UUID, Place> places = new LinkedHashMap<>();
    private final AdviserHours hours;

    private Fitting(Capacity capacity, Catalogue catalogue) {
        this.capacity = capacity;
        this.catalogue = catalogue;
        this.hours = new AdviserHours(capacity.advisers());
    }

    /**
     * What is used of an intervention, and who asks for it.
     *
     * @param taken accepted, done or still to do
     * @param hours what those take
     * @param most for how many it is enough; empty where only advisers' hours limit it, or nothing
     */
    record Used(String intervention, int taken, BigDecimal hours, OptionalInt most, int fit, int waits) {

        int left() {
            return Math.max(0, most.orElse(0) - taken);
        }
    }

    /**
     * Who has what.
     *
     * @param places of every suggestion that something limits
     * @param used of every intervention that something limits
     * @param hours what is used of each adviser's hours
     */
    record Fitted(Map<UUID, Place> places, List<Used> used, Map<UUID, AdviserHours.Tally> hours) {

        List<AdviserHours.Tally> advisers() {
            return List.copyOf(hours.values());
        }
    }

    /** @param asking in order: moved up, then by need, then moved back */
    static Fitted of(Capacity capacity, Catalogue catalogue, List<Asking> asking) {
        Fitting fitting = new Fitting(capacity, catalogue);
        // Those on nobody's caseload last: their adviser is whoever has most left.
        asking.stream()
                .filter(Asking::taken)
                .sorted(Comparator.comparing(one -> one.adviser().isEmpty()))
                .forEach(fitting::take);
        capacity.scarce(catalogue).forEach(fitting::count);
        asking.stream().filter(one -> !one.taken()).forEach(fitting::offer);
        return new Fitted(
                fitting.places,
                fitting.used.values().stream().map(fitting::counted).toList(),
                fitting.hours.all());
    }

    /** The hours that so many students take: a group shares its session. */
    static BigDecimal hours(Intervention intervention, int students) {
        int together = Math.max(1, intervention.places());
        return intervention.hours().multiply(BigDecimal.valueOf((students + together - 1) / together));
    }

    private void take(Asking one) {
        int next = offered.merge(one.intervention(), 1, Integer::sum);
        hours.take(one.adviser(), extra(one.intervention(), next));
    }

    private void count(String code) {
        Optional<Intervention> intervention = catalogue.intervention(code);
        int taken = offered.getOrDefault(code, 0);
        BigDecimal took = intervention.map(one -> hours(one, taken)).orElse(BigDecimal.ZERO);
        OptionalInt most = intervention
                .map(one -> capacity.of(code).students(one))
                .orElseGet(() -> capacity.of(code).places().map(OptionalInt::of).orElseGet(OptionalInt::empty));
        used.put(code, new Used(code, taken, took, most, 0, 0));
    }

    private void offer(Asking one) {
        Used now = used.get(one.intervention());
        if (now == null) {
            return;
        }
        int next = offered.getOrDefault(one.intervention(), 0) + 1;
        BigDecimal extra = extra(one.intervention(), next);
        Optional<UUID> adviser = extra.signum() > 0 ? hours.whose(one.adviser()) : Optional.empty();
        Optional<AdviserHours.Tally> theirs = adviser.map(hours::of);
        if (now.most().isPresent() && next > now.most().getAsInt()) {
            wait(one, full(now.most().getAsInt()));
        } else if (theirs.isPresent() && theirs.get().left().compareTo(extra) < 0) {
            wait(one, used(one, theirs.get()));
        } else {
            adviser.ifPresent(staff -> hours.offer(staff, extra));
            offered.put(one.intervention(), next);
            places.put(one.id(), fits(one, now, next, adviser.map(hours::of), extra));
        }
    }

    private static String used(Asking one, AdviserHours.Tally adviser) {
        return (one.adviser().isPresent()
                        ? adviser.name() + "'s "
                        : "even of those with most left, " + adviser.name() + "'s ")
                + inHours(adviser.hours()) + " of this term are used or go to those before";
    }

    private static String full(int places) {
        return switch (places) {
            case 0 -> "there is no place this term";
            case 1 -> "the one place of this term is taken or goes to somebody before";
            default -> "the " + places + " places of this term are taken or go to those before";
        };
    }

    private Place fits(Asking one, Used now, int next, Optional<AdviserHours.Tally> theirs, BigDecimal extra) {
        String words =
                now.most().isPresent() ? "Place " + next + " of " + now.most().getAsInt() : "Fits this term";
        String because = theirs.map(
                        adviser -> "With it, " + plain(adviser.hours().subtract(adviser.left())) + " of "
                                + adviser.name() + "'s " + inHours(adviser.hours()) + " are used or offered.")
                .orElseGet(() -> extra.signum() > 0 && !capacity.advisers().isEmpty()
                        ? "The hours of the adviser whose student this is are not set."
                        : "There is enough for all before it.");
        return Place.fits(words, because, one.move());
    }

    private void wait(Asking one, String because) {
        int ahead = waiting.getOrDefault(one.intervention(), 0);
        waiting.merge(one.intervention(), 1, Integer::sum);
        places.put(one.id(), Place.waits(ahead, "Because " + because + ".", one.move()));
    }

    private BigDecimal extra(String code, int students) {
        return catalogue
                .intervention(code)
                .filter(Capacity::takesAdviserHours)
                .map(one -> hours(one, students).subtract(hours(one, students - 1)))
                .orElse(BigDecimal.ZERO);
    }

    private Used counted(Used one) {
        return new Used(
                one.intervention(),
                one.taken(),
                one.hours(),
                one.most(),
                offered.getOrDefault(one.intervention(), 0) - one.taken(),
                waiting.getOrDefault(one.intervention(), 0));
    }

    static String inHours(BigDecimal hours) {
        return plain(hours) + (hours.compareTo(BigDecimal.ONE) == 0 ? " hour" : " hours");
    }

    static String plain(BigDecimal hours) {
        return hours.signum() == 0 ? "0" : hours.stripTrailingZeros().toPlainString();
    }
}
