package signpost.api.assignments;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A change of advisers that somebody thinks of: it is shown before it is made. */
sealed interface Proposal {

    /** Other rules in place of those that stand. */
    record NewRules(List<Rule> rules) implements Proposal {
        public NewRules {
            rules = List.copyOf(rules);
        }
    }

    /** All of one adviser to another: those given by hand, and the rules that name the first. */
    record Everybody(UUID from, UUID to) implements Proposal {}

    /** These students to an adviser, over any rule; to nobody in particular: they follow the rules again. */
    record ByHand(Set<UUID> students, Optional<UUID> to) implements Proposal {
        public ByHand {
            students = Set.copyOf(students);
        }
    }
}
