package signpost.api.deliveries;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import signpost.api.recommendations.Recommendation;

/** Finds everything that is wrong with what somebody says happened, before it counts. */
final class DeliveryCheck {

    private static final int LONGEST_NOTE = 1_000;
    private static final int LONGEST_NAME = 200;
    static final String NAME = "must name the person who says so, in at most " + LONGEST_NAME + " printable characters";

    private final LocalDate today;
    private final LocalDate made;
    private final List<Delivery> standing;
    private LocalDate earliestPlan;
    private final List<Answer.Wrong> wrong = new ArrayList<>();

    /** @param standing what was recorded before, the last first */
    DeliveryCheck(LocalDate today, ZoneId zone, Recommendation now, List<Delivery> standing) {
        this.today = today;
        this.made = LocalDate.ofInstant(now.raisedAt(), zone);
        this.standing = standing;
        this.earliestPlan = today;
    }

    /** As for a session, whose list may be entered some days after it was held. */
    DeliveryCheck plannedSince(LocalDate day) {
        earliestPlan = day.isBefore(made) ? made : day;
        return this;
    }

    List<Answer.Wrong> check(Told told) {
        Optional<What> what = What.of(told.what());
        if (what.isEmpty()) {
            add("what", "must be " + codes(Arrays.stream(What.values()).map(What::code)));
        }
        if (told.on().isEmpty()) {
            add("on", "must say the day");
        }
        what.ifPresent(kind -> told.on().ifPresent(day -> day(kind, day)));
        effect(told, what);
        if (told.note().length() > LONGEST_NOTE || unprintable(told.note())) {
            add("note", "must not be longer than " + LONGEST_NOTE + " characters or hold control characters");
        }
        String name = told.by().name();
        if (badName(name)) {
            add("recordedBy", NAME);
        }
        return wrong;
    }

    /** Whether nobody could be found by this name. */
    static boolean badName(String name) {
        return name.isBlank() || name.length() > LONGEST_NAME || unprintable(name);
    }

    private void day(What what, LocalDate day) {
        boolean over = what == What.DELIVERED || what == What.ATTENDED || what == What.DID_NOT_ATTEND;
        LocalDate from = what == What.PLANNED ? earliestPlan : made;
        LocalDate to = over ? today : today.plusYears(1);
        if (day.isBefore(from) || day.isAfter(to)) {
            add("on", "must be a day from " + from + " to " + to);
        } else if (standing.stream()
                .limit(1)
                .anyMatch(last -> last.what() == what && last.on().equals(day))) {
            add("what", "is recorded already of " + day);
        }
    }

    private void effect(Told told, Optional<What> what) {
        if (told.effect().isEmpty()) {
            return;
        }
        if (what.filter(kind -> kind != What.DELIVERED).isPresent()) {
            add("outcome", "belongs to what was delivered only");
        } else if (told.effect().flatMap(Effect::of).isEmpty()) {
            add("outcome", "must be " + codes(Arrays.stream(Effect.values()).map(Effect::code)));
        }
    }

    private static String codes(java.util.stream.Stream<String> all) {
        return all.collect(Collectors.joining(", ", "one of ", ""));
    }

    private static boolean unprintable(String text) {
        return text.chars()
                .anyMatch(
                        letter -> Character.isISOControl(letter) && letter != '\n' && letter != '\r' && letter != '\t');
    }

    private void add(String field, String message) {
        wrong.add(new Answer.Wrong(field, message));
    }
}
