package signpost.api.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import signpost.api.pages.FreeText;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.TypedDay;

/**
 * One decision on several students, as typed.
 *
 * @param ticked what was ticked: the recommendation and the version whose reasons stood beside the box
 */
record AlikeForm(List<String> ticked, String outcome, String overrideReason, String comment, TypedDay until) {

    /** More at once, and nobody reads the reasons any more. */
    static final int MOST = 20;

    private static final Pattern TICK = Pattern.compile("([0-9a-f-]{36}):(\\d{1,9})");

    /** A recommendation and the version somebody saw. */
    record Seen(UUID id, int version) {}

    static AlikeForm of(MultiValueMap<String, String> sent) {
        Map<String, String> single = sent.toSingleValueMap();
        return new AlikeForm(
                List.copyOf(sent.getOrDefault("student", List.of())),
                single.getOrDefault("outcome", "").strip(),
                single.getOrDefault("overrideReason", "").strip(),
                FreeText.clean(single.getOrDefault("comment", "")),
                TypedDay.of(single, "until"));
    }

    static final AlikeForm EMPTY = new AlikeForm(List.of(), "", "", "", TypedDay.BLANK);

    AlikeForm {
        ticked = List.copyOf(ticked);
    }

    public boolean has(UUID id) {
        return ticked.stream().anyMatch(tick -> tick.startsWith(id + ":"));
    }

    List<Seen> seen() {
        return ticked.stream()
                .map(tick -> TICK.matcher(tick.toLowerCase(Locale.ROOT)))
                .filter(Matcher::matches)
                .map(tick -> new Seen(UUID.fromString(tick.group(1)), Integer.parseInt(tick.group(2))))
                .distinct()
                .toList();
    }

    /** What can be told without looking anything up; the rest is told as of a single decision. */
    Mistakes mistakes() {
        List<Mistake> all = new ArrayList<>();
        if (seen().isEmpty()) {
            all.add(Mistake.inChoice("student", "Tick the students you decide on"));
        } else if (seen().size() > MOST) {
            all.add(Mistake.inChoice("student", "Tick at most " + MOST + " students"));
        }
        if (Outcome.of(outcome).isEmpty()) {
            all.add(Mistake.inChoice("outcome", "Choose what you decide"));
        }
        return new Mistakes(all);
    }

    Mistakes mistakes(List<Answer.Wrong> wrong, String lastDay) {
        List<Mistake> all = new ArrayList<>(mistakes().all());
        for (Answer.Wrong one : wrong) {
            switch (one.field()) {
                case "overrideReason.code" -> all.add(new Mistake("overrideReason", "Choose why you override it"));
                case "overrideReason.comment" ->
                    all.add(new Mistake("comment", "The comment must be 1,000 characters or fewer"));
                case "deferredUntil" ->
                    all.add(Mistake.inDay(
                            "until", "Enter a day after today and no later than the end of the term, " + lastDay));
                default -> all.add(Mistake.inChoice("outcome", "Choose what you decide"));
            }
        }
        return new Mistakes(all);
    }

    /** What belongs to another outcome is not sent on. */
    Feedback feedback(int version, Decider by) {
        boolean overrides = outcome.equals(Outcome.OVERRIDDEN.code());
        return new Feedback(
                outcome,
                Optional.of(version),
                overrides && !overrideReason.isEmpty() ? Optional.of(overrideReason) : Optional.empty(),
                comment,
                Optional.empty(),
                outcome.equals(Outcome.DEFERRED.code()) ? until.day() : Optional.empty(),
                by,
                Optional.empty(),
                true);
    }
}
