package signpost.api.evidence;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import signpost.api.deliveries.Effect;
import signpost.api.deliveries.What;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.State;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.catalogue.OverrideReason;
import signpost.engine.vocabulary.Dates;

/** Says the history of a recommendation, a line an event. */
final class HistoryWords {

    /**
     * A line of the history.
     *
     * @param when day and time
     * @param what in a sentence
     * @param rules the rules that asked for it, if it is about them
     * @param words what the person wrote, or empty
     */
    record Line(String when, String what, List<String> rules, String words) {}

    private static final int SHORT = 12;

    private final Catalogue catalogue;
    private final ZoneId zone;

    HistoryWords(Catalogue catalogue, ZoneId zone) {
        this.catalogue = catalogue;
        this.zone = zone;
    }

    List<Line> of(Recommendation now, List<Histories.Event> events) {
        return events.stream().map(event -> line(now, event)).toList();
    }

    private Line line(Recommendation now, Histories.Event event) {
        ZonedDateTime at = event.at().atZone(zone);
        return new Line(
                Dates.moment(at),
                what(now, event),
                event.rules().isEmpty() ? List.of() : List.of(event.rules().split("\n", -1)),
                event.words());
    }

    private String what(Recommendation now, Histories.Event event) {
        return switch (event.kind()) {
            case "RAISED" ->
                event.code().equals(State.SUGGESTED.name())
                        ? "Suggested"
                        : "Added by a person, accepted from the start";
            case "REASONS" -> event.rules().isEmpty() ? "No rule stands behind it" : reasons(event);
            case "SHOWN" -> "Reasons shown to " + event.who();
            case "MOVED" -> moved(event);
            case "DECIDED" -> decided(event);
            case "HAPPENED" -> happened(event);
            case "EFFECT" ->
                "How it went: " + Effect.valueOf(event.code()).words().toLowerCase(Locale.ROOT) + by(event.who());
            default -> state(now, event);
        };
    }

    private static String reasons(Histories.Event event) {
        String digest =
                event.detail().substring(0, Math.min(SHORT, event.detail().length()));
        return (event.version() == 1 ? "Asked for" : "Asked for, with reasons that changed,") + " by rule book "
                + digest + ":";
    }

    private String decided(Histories.Event event) {
        boolean bulk = event.code().endsWith("+");
        String outcome = bulk ? event.code().substring(0, event.code().length() - 1) : event.code();
        String said = switch (outcome) {
            case "UNDONE" -> "Decision undone";
            case "OVERRIDDEN" -> "Overridden: " + label(event.detail()).toLowerCase(Locale.ROOT);
            case "DEFERRED" -> "Deferred until " + Dates.words(LocalDate.parse(event.detail()));
            default -> "Accepted";
        };
        return said + by(event.who()) + (bulk ? ", together with others" : "");
    }

    private static String moved(Histories.Event event) {
        String where = switch (event.code()) {
            case "UP" -> "Moved up in the line for places, before the others who wait";
            case "BACK" -> "Moved back in the line for places, after the others who wait";
            default -> "Put back in the line for places, in order of need";
        };
        return where + (event.who().isEmpty() ? "" : "," + by(event.who()));
    }

    private static String happened(Histories.Event event) {
        String day = Dates.words(LocalDate.parse(event.detail()));
        return event.code().equals("UNDONE")
                ? "What was recorded last was undone" + by(event.who())
                : What.valueOf(event.code()).words() + " " + day + ", recorded" + by(event.who());
    }

    private static String state(Recommendation now, Histories.Event event) {
        return switch (event.code()) {
            case "WITHDRAWN" ->
                "Withdrawn" + now.withdrawnBecause().map(why -> ": " + why).orElse("");
            case "EXPIRED" -> "Expired: its term ended before anybody decided";
            default -> "Came back for a decision";
        };
    }

    private String label(String code) {
        return catalogue.reason(code).map(OverrideReason::label).orElse(code);
    }

    private static String by(String who) {
        return who.isEmpty() ? "" : " by " + who;
    }
}
