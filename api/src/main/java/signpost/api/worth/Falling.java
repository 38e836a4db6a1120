package signpost.api.worth;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;
import signpost.engine.vocabulary.Attribute;

/**
 * On a group a rule falls more than on all: of {@code members}, {@code flagged}; of {@code all} of whom it is known whether
 * they belong to the group, {@code flaggedOfAll}.
 *
 * @param asked whether the rule's own conditions ask for what makes the group
 */
record Falling(Group group, int flagged, int members, int flaggedOfAll, int all, boolean asked) {

    /** Whether a rule falls mainly on a group, if there is enough to say so. */
    static Optional<Falling> of(Rule rule, Group group, List<UUID> fired) {
        int flagged = (int) fired.stream().filter(group.members()::contains).count();
        int flaggedOfAll = (int) fired.stream().filter(group.known()::contains).count();
        int members = group.members().size();
        int all = group.known().size();
        boolean mainly = flagged >= Thresholds.IN_GROUP
                && (long) flagged * all >= (long) Thresholds.TIMES * flaggedOfAll * members;
        return mainly
                ? Optional.of(new Falling(group, flagged, members, flaggedOfAll, all, asks(rule, group)))
                : Optional.empty();
    }

    /** Whether no few students could be worked out from its four numbers. */
    boolean tells() {
        return List.of(flagged, members - flagged, flaggedOfAll - flagged, all - members - (flaggedOfAll - flagged))
                .stream()
                .noneMatch(count -> count < Parts.LEAST);
    }

    String words() {
        return "Fired for " + flagged + " of " + members + " " + group.words() + " (" + percent(flagged, members)
                + "), and for " + flaggedOfAll + " of all " + all + " of whom it is known ("
                + percent(flaggedOfAll, all)
                + ")." + (asked ? " Its own conditions ask for this." : "");
    }

    private static String percent(int part, int whole) {
        return Math.round(100.0 * part / whole) + "%";
    }

    private static boolean asks(Rule rule, Group group) {
        return rule.allConditions()
                .filter(Condition.OfAttribute.class::isInstance)
                .flatMap(condition ->
                        ((Condition.OfAttribute) condition).attribute().withInputs())
                .map(Attribute::key)
                .anyMatch(group.attribute()::equals);
    }
}
