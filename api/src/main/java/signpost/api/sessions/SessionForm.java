package signpost.api.sessions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.api.pages.FreeText;
import signpost.api.pages.Mistake;
import signpost.api.pages.TypedDay;

/** A session as somebody typed it. Everything is kept as typed, so that nothing is lost when it is shown again. */
record SessionForm(
        String intervention, TypedDay on, String time, String place, String runBy, String places, String version) {

    /** {@code 14:30}, {@code 14.30}, {@code 1430}, {@code 2.30pm}, {@code 2 pm}. */
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})(?:[:.]?(\\d{2}))? ?(?:([ap])\\.?m\\.?)?", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 200;

    static SessionForm of(Map<String, String> sent) {
        return of(sent, "");
    }

    /** What the form showed before anything was typed, which it sends along. */
    static SessionForm shown(Map<String, String> sent) {
        return of(sent, "was-");
    }

    private static SessionForm of(Map<String, String> sent, String start) {
        return new SessionForm(
                word(sent, start + "intervention"),
                TypedDay.of(sent, start + "on"),
                word(sent, start + "time"),
                word(sent, start + "place"),
                word(sent, start + "runBy"),
                word(sent, start + "places"),
                word(sent, start + "version"));
    }

    /** What a person typed stays; where they typed nothing new, what somebody else said since stands. */
    SessionForm after(SessionForm shown, SessionForm now) {
        return new SessionForm(
                now.intervention(),
                on.equals(shown.on()) ? now.on() : on,
                time.equals(shown.time()) ? now.time() : time,
                place.equals(shown.place()) ? now.place() : place,
                runBy.equals(shown.runBy()) ? now.runBy() : runBy,
                places.equals(shown.places()) ? now.places() : places,
                now.version());
    }

    SessionForm of(String code) {
        return new SessionForm(code, on, time, place, runBy, places, version);
    }

    static SessionForm of(GroupSession session) {
        return new SessionForm(
                session.intervention(),
                TypedDay.of(session.on()),
                session.at().map(LocalTime::toString).orElse(""),
                session.place(),
                session.runBy(),
                Integer.toString(session.places()),
                Integer.toString(session.version()));
    }

    static SessionForm empty(String intervention, String runBy, int places) {
        return new SessionForm(intervention, TypedDay.BLANK, "", "", runBy, places > 1 ? "" + places : "", "0");
    }

    /** Everything that is wrong with it. */
    List<Mistake> mistakes(boolean known, LocalDate earliest, LocalDate today) {
        List<Mistake> wrong = new ArrayList<>();
        if (!known) {
            wrong.add(new Mistake("intervention", "Choose what the session is for"));
        }
        if (on.day()
                .filter(day -> !day.isBefore(earliest) && !day.isAfter(today.plusYears(1)))
                .isEmpty()) {
            wrong.add(Mistake.inDay("on", "Enter a day from two weeks ago to a year from now, such as 27 11 2026"));
        }
        if (!time.isEmpty() && at().isEmpty()) {
            wrong.add(new Mistake("time", "Enter the time, such as 14:30 or 2.30pm"));
        }
        if (place.length() > LONGEST) {
            wrong.add(new Mistake("place", "The place must be 200 characters or fewer"));
        }
        if (runBy.length() > LONGEST) {
            wrong.add(new Mistake("runBy", "The name must be 200 characters or fewer"));
        }
        if (!places.matches("[1-9]\\d{0,2}") || Integer.parseInt(places) > 500) {
            wrong.add(new Mistake("places", "Enter the number of places, from 1 to 500"));
        }
        return wrong;
    }

    /** What it says; only when nothing is wrong with it. */
    GroupSession session(UUID id) {
        return new GroupSession(
                id,
                intervention,
                on.day().orElseThrow(),
                at(),
                place,
                runBy,
                Integer.parseInt(places),
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0);
    }

    private Optional<LocalTime> at() {
        Matcher typed = TIME.matcher(time);
        if (!typed.matches()) {
            return Optional.empty();
        }
        Optional<String> half = Optional.ofNullable(typed.group(3));
        Optional<String> minutes = Optional.ofNullable(typed.group(2)).or(() -> half.map(any -> "0"));
        int hour = Integer.parseInt(typed.group(1));
        if (minutes.isEmpty() || (half.isPresent() && (hour < 1 || hour > 12))) {
            return Optional.empty();
        }
        int later = half.map(am -> am.equalsIgnoreCase("p") ? 12 - hour / 12 * 12 : -(hour / 12 * 12))
                .orElse(0);
        try {
            return Optional.of(LocalTime.of(hour + later, Integer.parseInt(minutes.get())));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static String word(Map<String, String> sent, String name) {
        return FreeText.clean(sent.getOrDefault(name, "")).replaceAll("\\s+", " ");
    }
}
