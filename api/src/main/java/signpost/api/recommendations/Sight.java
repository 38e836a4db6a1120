package signpost.api.recommendations;

import java.util.List;
import java.util.Set;
import signpost.api.schools.Permission;
import signpost.api.schools.StaffMember;
import signpost.engine.evaluation.Explanation;
import signpost.engine.evaluation.Judgement;
import signpost.engine.evaluation.Seen;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.vocabulary.Attribute;

/**
 * What somebody may see of reasons. Whoever may not see special-category data sees no rule that rests on it, not even
 * through a flag or a score, and no name that would give it away.
 */
public final class Sight {

    /** What stands on a page in place of what is hidden. */
    public static final String RESTRICTED = "Restricted to careers advisers";

    /**
     * The part of some reasons that may be seen.
     *
     * @param hidden how many more there are
     */
    public record Visible(List<Explanation> reasons, int hidden) {
        public Visible {
            reasons = List.copyOf(reasons);
        }
    }

    private final boolean everything;
    private final RuleBook book;
    private final Set<String> resting;

    private Sight(boolean everything, RuleBook book) {
        this.everything = everything;
        this.book = book;
        this.resting = everything ? Set.of() : book.restingOnSpecialCategory();
    }

    /** What this person sees under this book. */
    public static Sight of(StaffMember person, RuleBook book) {
        return new Sight(person.may(Permission.SEE_SPECIAL_CATEGORY), book);
    }

    /** What anybody may see who sees no special-category data. */
    public static Sight withoutSpecialCategory(RuleBook book) {
        return new Sight(false, book);
    }

    /** Whether nothing is hidden. */
    public boolean seesEverything() {
        return everything;
    }

    public boolean sees(Attribute attribute) {
        return everything || !attribute.specialCategory();
    }

    /** A rule the book does not have any more cannot be followed to what it rests on, so it stays hidden. */
    public boolean sees(Explanation reason) {
        return everything || knownToRestOnNothing(reason);
    }

    private boolean knownToRestOnNothing(Explanation reason) {
        return book.rule(reason.rule()).isPresent()
                && !resting.contains(reason.rule())
                && reason.conditions().stream()
                        .flatMap(read -> read.seen().stream())
                        .noneMatch(Seen::specialCategory);
    }

    /** Whether a reason that may be seen raised it; one without reasons was raised by a person and may say anything. */
    public boolean sees(Judgement.RaisedFlag flag) {
        return flag.reasons().isEmpty()
                ? seesEveryReasonOf(flag.flag())
                : everything || flag.reasons().stream().anyMatch(this::sees);
    }

    /** Whether a reason that may be seen asks for it; what a person chose may tell of reasons that may not. */
    public boolean sees(ShownReasons shown) {
        return everything || shown.reasons().stream().anyMatch(this::sees);
    }

    /** Whether no student under this flag is there for a hidden reason; a person's own words may give one away. */
    public boolean seesEveryReasonOf(String flag) {
        List<String> raising = book.rules().stream()
                .filter(rule -> rule.flags().anyMatch(raised -> raised.flag().equals(flag)))
                .map(Rule::name)
                .toList();
        return everything || (!raising.isEmpty() && raising.stream().noneMatch(resting::contains));
    }

    /** Whether no student is offered this intervention for a hidden reason; one that no rule asks for may tell of anything. */
    public boolean seesEveryReasonFor(String intervention) {
        List<String> asking = book.rules().stream()
                .filter(rule -> rule.recommendations()
                        .anyMatch(asked -> asked.intervention().equals(intervention)))
                .map(Rule::name)
                .toList();
        return everything || (!asking.isEmpty() && asking.stream().noneMatch(resting::contains));
    }

    public Visible of(List<Explanation> reasons) {
        List<Explanation> seen = reasons.stream().filter(this::sees).toList();
        return new Visible(seen, reasons.size() - seen.size());
    }

    /** The reason in one line. */
    public String because(ShownReasons shown) {
        return shown.reasons().stream()
                .filter(this::sees)
                .map(Explanation::because)
                .findFirst()
                .orElse(everything ? shown.note() : RESTRICTED);
    }
}
