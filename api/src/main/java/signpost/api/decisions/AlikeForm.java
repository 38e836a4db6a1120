package signpost.api.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;

/**
 * One decision on several students, as typed.
 *
 * @param ticked what was ticked: the recommendation and the version whose reasons stood beside the box
 * @param decision what is decided on each
 */
record AlikeForm(List<String> ticked, DecisionForm decision) {

    /** More at once, and nobody reads the reasons any more. */
    static final int MOST = 20;

    static final AlikeForm EMPTY = new AlikeForm(List.of(), DecisionForm.empty("", 0));

    private static final Pattern TICK =
            Pattern.compile("(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}):(\\d{1,9})");

    AlikeForm {
        ticked = List.copyOf(ticked);
    }

    static AlikeForm of(MultiValueMap<String, String> sent) {
        Map<String, String> single = sent.toSingleValueMap();
        // Here it names what is decided on, not what is done instead.
        single.remove("intervention");
        return new AlikeForm(List.copyOf(sent.getOrDefault("student", List.of())), DecisionForm.of(single));
    }

    public boolean has(UUID id) {
        return ticked.stream().anyMatch(tick -> tick.startsWith(id + ":"));
    }

    /** The version somebody saw of each recommendation that was ticked. */
    Map<UUID, Integer> seen() {
        Map<UUID, Integer> seen = new LinkedHashMap<>();
        ticked.stream()
                .map(tick -> TICK.matcher(tick.toLowerCase(Locale.ROOT)))
                .filter(Matcher::matches)
                .forEach(tick -> seen.putIfAbsent(UUID.fromString(tick.group(1)), Integer.valueOf(tick.group(2))));
        return seen;
    }

    /** What can be told without looking anything up; the rest is told as of a single decision. */
    Mistakes mistakes() {
        List<Mistake> all = new ArrayList<>();
        if (seen().isEmpty()) {
            all.add(Mistake.inChoice("student", "Tick the students you decide on"));
        } else if (seen().size() > MOST) {
            all.add(Mistake.inChoice("student", "Tick at most " + MOST + " students"));
        }
        if (Outcome.of(decision.outcome()).isEmpty()) {
            all.add(Mistake.inChoice("outcome", "Choose what you decide"));
        }
        return new Mistakes(all);
    }

    /** In the words of a single decision; the reason is one list here, where that has radio buttons. */
    Mistakes mistakes(List<Answer.Wrong> wrong, LocalDate lastDay) {
        return new Mistakes(MistakeWords.of(wrong, decision, lastDay).all().stream()
                .map(one -> one.field().equals("overrideReason") ? new Mistake(one.field(), one.text()) : one)
                .toList());
    }

    Feedback feedback(int version, Decider by) {
        return decision.about(version).feedback(by).together();
    }
}
