package signpost.api.worth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import signpost.api.destinations.Destinations;
import signpost.engine.cohort.Outcome;
import signpost.engine.rulebook.Rule;

/** Finds the rules whose students did at least as well, after leaving, as all leavers. */
@Component
class WellPlaced {

    private final Counted counted;
    private final Destinations destinations;

    WellPlaced(Counted counted, Destinations destinations) {
        this.counted = counted;
        this.destinations = destinations;
    }

    /** Students of whom it is known what became of them, and those of them whose destination was sustained. */
    private record Share(int sustained, int known) {

        static Share of(Collection<Outcome> outcomes) {
            return new Share(
                    (int) outcomes.stream().filter(Outcome.SUSTAINED::equals).count(),
                    (int) outcomes.stream().filter(Outcome::isKnown).count());
        }

        boolean atLeast(Share other) {
            return (long) sustained * other.known >= (long) other.sustained * known;
        }

        String words() {
            return sustained + " of " + known;
        }
    }

    ToLookAt among(List<Rule> rules, UUID school, boolean careful) {
        Map<UUID, Outcome> became = destinations.all();
        Share all = Share.of(became.values());
        Map<String, List<UUID>> fired = all.known() == 0 ? Map.of() : counted.students(school);
        List<ToLookAt.Line> lines = new ArrayList<>();
        for (Rule rule : rules) {
            Share share = Share.of(fired.getOrDefault(rule.name(), List.of()).stream()
                    .flatMap(student -> Optional.ofNullable(became.get(student)).stream())
                    .toList());
            if (share.known() >= Thresholds.LEAVERS && share.atLeast(all)) {
                lines.add(new ToLookAt.Line(rule.name(), numbers(share, all, careful)));
            }
        }
        return new ToLookAt(
                "well-placed",
                "Flagged but well placed",
                "Of the leavers it fired for, at least as large a share went on to a sustained destination as of all leavers of"
                        + " whom that is known. Help given may be why, or what the rule looks at says little about what becomes"
                        + " of a student. Only rules with at least " + Thresholds.LEAVERS
                        + " such leavers are looked at.",
                all.known() == 0
                        ? "Signpost does not know yet what became of any leaver."
                        : "No rule’s students did so well.",
                lines);
    }

    /** Two shares beside each other could give a few students away, so who may not look students up is told neither. */
    private static String numbers(Share share, Share all, boolean careful) {
        return careful
                ? "Numbers are shown to those who may look students up."
                : "Sustained: " + share.words() + " it fired for; " + all.words() + " of all.";
    }
}
