package signpost.api.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.catalogue.Intervention;

/** Who gets a place and who waits, when there is not enough for all. */
class FittingTest {

    private static final Catalogue CATALOGUE = new Catalogue(
            List.of(
                    intervention("MENTOR", "8", "group place", 1),
                    intervention("TALK", "0.75", "adviser hour", 1),
                    intervention("CALL", "0.25", "adviser hour", 1),
                    intervention("WORKSHOP", "2", "group place", 12)),
            List.of());

    private static final UUID SAM = new UUID(0, 1);
    private static final UUID JO = new UUID(0, 2);

    private final List<Asking> asking = new ArrayList<>();
    private Optional<UUID> adviser = Optional.empty();

    @Test
    void whatIsLeftGoesToSuggestionsInTheirOrderAndTheRestWait() {
        accepted("MENTOR", 2);
        suggested("MENTOR", 4);
        assertThat(words(limit("MENTOR", 4, null)))
                .containsExactly("Place 3 of 4", "Place 4 of 4", "Waits: first in line", "Waits: 1 ahead");
    }

    @Test
    void onlyAnAcceptanceTakesAPlace() {
        accepted("MENTOR", 1);
        suggested("MENTOR", 5);
        var used = fitted(limit("MENTOR", 4, null)).used().get(0);
        assertThat(used.taken()).isEqualTo(1);
        assertThat(used.left()).isEqualTo(3);
        assertThat(used.fit()).isEqualTo(3);
        assertThat(used.waits()).isEqualTo(2);
        assertThat(used.hours()).isEqualByComparingTo("8");
    }

    @Test
    void hoursAreTurnedIntoPlacesAndAGroupSharesItsSession() {
        suggested("WORKSHOP", 26);
        var fitted = fitted(limit("WORKSHOP", null, "5"));
        assertThat(fitted.used().get(0).most()).hasValue(24);
        assertThat(fitted.used().get(0).waits()).isEqualTo(2);
        assertThat(Fitting.hours(CATALOGUE.intervention("WORKSHOP").orElseThrow(), 13))
                .isEqualByComparingTo("4");
    }

    @Test
    void ofPlacesAndHoursTheSmallerCounts() {
        suggested("MENTOR", 3);
        assertThat(fitted(limit("MENTOR", 3, "17")).used().get(0).most()).hasValue(2);
    }

    @Test
    void whatTakesAnAdvisersTimeTakesThatOfTheStudentsOwn() {
        adviser = Optional.of(SAM);
        accepted("TALK", 1);
        suggested("TALK", 1);
        suggested("CALL", 1);
        suggested("TALK", 1);
        suggested("CALL", 1);
        adviser = Optional.of(JO);
        suggested("TALK", 1);
        var capacity = hours(Map.of(SAM, "2", JO, "1"));
        assertThat(words(capacity))
                .containsExactly(
                        "Fits this term", "Fits this term", "Waits: first in line", "Fits this term", "Fits this term");
        var fitted = fitted(capacity);
        assertThat(fitted.advisers())
                .containsExactly(
                        new AdviserHours.Tally("Jo", new BigDecimal("1"), BigDecimal.ZERO, new BigDecimal("0.75")),
                        new AdviserHours.Tally(
                                "Sam", new BigDecimal("2"), new BigDecimal("0.75"), new BigDecimal("1.25")));
        assertThat(fitted.places().get(asking.get(3).id()).because())
                .isEqualTo("Because Sam's 2 hours of this term are used or go to those before.");
    }

    @Test
    void aStudentOfNobodysIsSeenByWhoeverHasMostLeft() {
        suggested("TALK", 3);
        var fitted = fitted(hours(Map.of(SAM, "1", JO, "0.75")));
        assertThat(fitted.advisers())
                .extracting(AdviserHours.Tally::left)
                .allMatch(left -> left.compareTo(BigDecimal.ONE) < 0);
        assertThat(fitted.places().values()).extracting(Place::fits).containsExactly(true, true, false);
        assertThat(fitted.places().get(asking.get(2).id()).because())
                .isEqualTo(
                        "Because even of those with most left, Sam's 1 hour of this term are used or go to those before.");
    }

    @Test
    void whereTheHoursOfTheAdviserAreNotSetNobodyWaitsForThem() {
        adviser = Optional.of(JO);
        suggested("TALK", 9);
        var fitted = fitted(hours(Map.of(SAM, "0")));
        assertThat(fitted.places().values()).extracting(Place::fits).containsOnly(true);
        assertThat(fitted.places().get(asking.get(8).id()).because())
                .isEqualTo("The hours of the adviser whose student this is are not set.");
    }

    @Test
    void whereNothingIsLimitedNobodyHasAPlaceOrWaits() {
        suggested("MENTOR", 3);
        assertThat(fitted(new Capacity(Map.of(), Map.of())).places()).isEmpty();
    }

    @Test
    void moreMayBeAcceptedThanThereIs() {
        accepted("MENTOR", 3);
        suggested("MENTOR", 1);
        assertThat(words(limit("MENTOR", 2, null))).containsExactly("Waits: first in line");
        assertThat(Bar.of(3, 0, 2)).isEqualTo(new Bar(100, 0, true));
    }

    private List<String> words(Capacity capacity) {
        return List.copyOf(fitted(capacity).places().values()).stream()
                .map(Place::words)
                .toList();
    }

    @Test
    void whoeverAcceptsPastTheLimitIsToldByHowMuch() {
        accepted("MENTOR", 7);
        var six = limit("MENTOR", 6, null);
        assertThat(beyond(six, "MENTOR")).isEqualTo(" That is the 7th of 6 places this term.");
        assertThat(beyond(limit("MENTOR", 7, null), "MENTOR")).isEmpty();

        asking.clear();
        adviser = Optional.of(SAM);
        accepted("TALK", 2);
        assertThat(beyond(hours(Map.of(SAM, "1", JO, "0")), "TALK"))
                .isEqualTo(" With it, 1.5 of Sam's 1 hour this term are used.");
        assertThat(beyond(hours(Map.of(SAM, "1.5", JO, "0")), "TALK")).isEmpty();
    }

    @Test
    void numbersInOrderReadAsTheyAreSaid() {
        assertThat(IntStream.of(1, 2, 3, 4, 11, 12, 13, 21, 111, 122).mapToObj(Beyond::ordinal))
                .containsExactly("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "111th", "122nd");
    }

    private String beyond(Capacity capacity, String intervention) {
        var picture = new Places.Picture(capacity, asking, fitted(capacity));
        return Beyond.words(
                picture,
                CATALOGUE,
                intervention,
                asking.stream().map(Asking::student).toList());
    }

    private Fitting.Fitted fitted(Capacity capacity) {
        return Fitting.of(capacity, CATALOGUE, asking);
    }

    private void accepted(String intervention, int many) {
        add(intervention, many, true);
    }

    private void suggested(String intervention, int many) {
        add(intervention, many, false);
    }

    private void add(String intervention, int many, boolean taken) {
        IntStream.range(0, many)
                .forEach(number -> asking.add(new Asking(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "Maya",
                        adviser,
                        intervention,
                        taken,
                        Direction.NEED,
                        new Need(Optional.of("11"), 3, LocalDate.EPOCH, 4, LocalDate.EPOCH))));
    }

    private static Capacity hours(Map<UUID, String> hours) {
        return new Capacity(
                Map.of(),
                hours.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                one -> new Capacity.Adviser(
                                        one.getKey().equals(SAM) ? "Sam" : "Jo", new BigDecimal(one.getValue())))));
    }

    private static Capacity limit(String intervention, Integer places, String hours) {
        return new Capacity(
                Map.of(
                        intervention,
                        new Limit(
                                Optional.ofNullable(places),
                                Optional.ofNullable(hours).map(BigDecimal::new))),
                Map.of());
    }

    private static Intervention intervention(String code, String hours, String unit, int places) {
        return new Intervention(
                code,
                code,
                "",
                "",
                new BigDecimal(hours),
                unit,
                places,
                1,
                List.of(),
                List.of(),
                false,
                "",
                "",
                List.of(),
                Optional.empty());
    }
}
