package signpost.engine.cohort;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import signpost.engine.profile.Fact;
import signpost.engine.profile.History;

/**
 * What is kept of one student's earlier days. INVARIANT: of a kind of which a row could not be read nothing is known, for
 * what is left of it might say "no" where the row said "yes".
 */
final class Kept {

    private final Set<HistoryKind> recorded = EnumSet.noneOf(HistoryKind.class);
    private final Set<HistoryKind> doubted = EnumSet.noneOf(HistoryKind.class);
    private final Set<String> flags = new HashSet<>();
    private final Map<History.Step, List<History.Help>> help = new EnumMap<>(History.Step.class);

    /** A record of this kind is kept, whether or not anything stands in it. */
    void record(HistoryKind kind) {
        recorded.add(kind);
    }

    void doubt(Set<HistoryKind> kinds) {
        doubted.addAll(kinds);
    }

    void flag(String flag) {
        flags.add(flag);
    }

    void help(History.Step step, History.Help done) {
        help.computeIfAbsent(step, missing -> new ArrayList<>()).add(done);
    }

    /** What the file says of the same student under another id. */
    Kept and(Kept other) {
        Kept both = new Kept();
        for (Kept one : List.of(this, other)) {
            both.recorded.addAll(one.recorded);
            both.doubted.addAll(one.doubted);
            both.flags.addAll(one.flags);
            one.help.forEach((step, done) -> done.forEach(each -> both.help(step, each)));
        }
        return both;
    }

    History history(Map<String, Fact.Known> lastTerm) {
        Map<History.Step, List<History.Help>> known = new HashMap<>();
        for (HistoryKind kind : HistoryKind.values()) {
            kind.step()
                    .filter(step -> knows(kind))
                    .ifPresent(step -> known.put(step, help.getOrDefault(step, List.of())));
        }
        return new History(knows(HistoryKind.FLAGGED) ? Optional.of(flags) : Optional.empty(), known, lastTerm);
    }

    private boolean knows(HistoryKind kind) {
        return recorded.contains(kind) && !doubted.contains(kind);
    }
}
