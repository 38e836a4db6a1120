package signpost.api.capacity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import signpost.engine.catalogue.Catalogue;

/** Says when more is accepted than there is: a person may accept it, and is told so. */
final class Beyond {

    private static final int TEN = 10;
    private static final int HUNDRED = 100;

    private Beyond() {}

    /** Sentences about this intervention's places and these students' advisers' hours; empty when there is enough. */
    static String words(Places.Picture picture, Catalogue catalogue, String intervention, Collection<UUID> students) {
        List<String> said = new ArrayList<>();
        picture.fitted().used().stream()
                .filter(one -> one.intervention().equals(intervention))
                .filter(one ->
                        one.most().isPresent() && one.taken() > one.most().getAsInt())
                .forEach(one -> said.add(" That is the " + ordinal(one.taken()) + " of "
                        + one.most().getAsInt() + (one.most().getAsInt() == 1 ? " place" : " places") + " this term."));
        if (catalogue
                .intervention(intervention)
                .filter(Capacity::takesAdviserHours)
                .isPresent()) {
            tallies(picture, students).stream()
                    .filter(one -> one.taken().compareTo(one.hours()) > 0)
                    .forEach(one -> said.add(" With it, " + Fitting.plain(one.taken()) + " of " + one.name() + "'s "
                            + Fitting.inHours(one.hours()) + " this term are used."));
        }
        return String.join("", said);
    }

    /** Of the students' own advisers; of those on nobody's caseload, whoever is furthest over. */
    private static List<AdviserHours.Tally> tallies(Places.Picture picture, Collection<UUID> students) {
        Set<Optional<UUID>> advisers = picture.asking().stream()
                .filter(one -> students.contains(one.student()))
                .map(Asking::adviser)
                .collect(Collectors.toSet());
        Optional<AdviserHours.Tally> furthest =
                picture.fitted().advisers().stream().min(Comparator.comparing(AdviserHours.Tally::left));
        return picture.fitted().hours().entrySet().stream()
                .filter(one -> advisers.contains(Optional.of(one.getKey()))
                        || (advisers.contains(Optional.empty())
                                && furthest.filter(one.getValue()::equals).isPresent()))
                .map(java.util.Map.Entry::getValue)
                .toList();
    }

    /** {@code 1st}, {@code 2nd}, {@code 11th}, {@code 23rd}. */
    static String ordinal(int number) {
        if (number % HUNDRED / TEN == 1) {
            return number + "th";
        }
        return number
                + switch (number % TEN) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
