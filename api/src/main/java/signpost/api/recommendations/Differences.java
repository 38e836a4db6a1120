package signpost.api.recommendations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import signpost.api.terms.SchoolTerm;
import signpost.engine.evaluation.Explanation;
import signpost.engine.evaluation.Judgement;
import signpost.engine.rulebook.RuleBook;

/**
 * Compares what the rules ask for now with what is kept, for one student. Running it again on its own result finds nothing:
 * evaluation is idempotent.
 */
final class Differences {

    private final UUID student;
    private final SchoolTerm term;
    private final RuleBook book;
    private final Judgement judgement;
    private final List<Recommendation> kept;
    private final List<Change> changes = new ArrayList<>();
    private final Set<UUID> expired = new HashSet<>();

    /** @param kept all recommendations of the student, newest first */
    Differences(UUID student, SchoolTerm term, RuleBook book, Judgement judgement, List<Recommendation> kept) {
        this.student = student;
        this.term = term;
        this.book = book;
        this.judgement = judgement;
        this.kept = kept;
    }

    /** @param begun whether the term has begun: between one that was closed early and the next nothing new arises */
    List<Change> find(boolean begun) {
        expireFormerTerms();
        judgement.recommendations().forEach(made -> wanted(made, begun));
        kept.stream().filter(this::undecidedNow).filter(this::unwanted).forEach(this::noLongerWanted);
        return changes;
    }

    /** Nothing undecided outlives its term. */
    private void expireFormerTerms() {
        for (Recommendation recommendation : kept) {
            if (recommendation.state().undecided() && !recommendation.standsIn(term.id())) {
                changes.add(new Change.Expire(recommendation.id()));
                expired.add(recommendation.id());
            }
        }
    }

    private boolean undecidedNow(Recommendation recommendation) {
        return recommendation.state().undecided()
                && recommendation.fromRules()
                && !expired.contains(recommendation.id());
    }

    private boolean unwanted(Recommendation recommendation) {
        return judgement.recommendations().stream()
                .noneMatch(made -> recommendation.sameThing(made.intervention(), made.occurrence()));
    }

    private void wanted(Judgement.Recommended made, boolean begun) {
        List<Recommendation> same = kept.stream()
                .filter(found -> found.sameThing(made.intervention(), made.occurrence()))
                .toList();
        Optional<Recommendation> open = same.stream()
                .filter(found -> found.state().open() && !expired.contains(found.id()))
                .findFirst();
        if (open.isPresent()) {
            refresh(open.get(), made);
        } else if (begun) {
            raise(made, same);
        }
    }

    private void raise(Judgement.Recommended made, List<Recommendation> same) {
        Optional<Recommendation> overridden =
                same.stream().filter(found -> found.state() == State.OVERRIDDEN).findFirst();
        if (same.stream().anyMatch(found -> found.silencedIn(term.term()) || found.deliveredIn(term.term()))) {
            return;
        }
        boolean thisTerm = overridden.map(found -> found.standsIn(term.id())).orElse(false);
        boolean graver = overridden
                .map(found -> made.severity().compareTo(found.severity()) > 0)
                .orElse(false);
        if (thisTerm && !graver) {
            return;
        }
        String note = thisTerm
                ? "Overridden earlier this term, when the need was "
                        + overridden.get().severity().words() + "; it is now "
                        + made.severity().words() + "."
                : "";
        changes.add(new Change.Raise(
                student,
                made.intervention(),
                made.occurrence(),
                made.severity(),
                made.due(),
                same.stream()
                        .max(Comparator.comparing(Recommendation::raisedAt))
                        .map(Recommendation::id),
                new ShownReasons(made.reasons(), made.checkFirst(), List.of(), note)));
    }

    private void refresh(Recommendation open, Judgement.Recommended made) {
        if (open.state() == State.ACCEPTED) {
            return;
        }
        ShownReasons shown = new ShownReasons(
                made.reasons(), made.checkFirst(), unsure(open), open.shown().note());
        boolean same = shown.sameAs(open.shown()) && open.severity() == made.severity() && !open.evidenceUnknown();
        if (!same) {
            LocalDate due = open.due().isBefore(made.due()) ? open.due() : made.due();
            changes.add(new Change.Reword(open.id(), open.version() + 1, made.severity(), due, false, shown));
        }
    }

    private void noLongerWanted(Recommendation open) {
        Optional<Judgement.Withheld> ruledOut = judgement.withheld().stream()
                .filter(withheld -> withheld.intervention().equals(open.intervention()))
                .findFirst();
        if (ruledOut.isPresent()) {
            changes.add(new Change.Withdraw(
                    open.id(),
                    "Ruled out: "
                            + ruledOut.get().ruledOutBy().stream()
                                    .map(Explanation::because)
                                    .collect(Collectors.joining("; "))));
            return;
        }
        List<Explanation> unsure = unsure(open);
        if (unsure.isEmpty()) {
            changes.add(new Change.Withdraw(open.id(), because(behind(open))));
            return;
        }
        ShownReasons shown = new ShownReasons(
                open.shown().reasons(),
                open.shown().checkFirst(),
                unsure,
                open.shown().note());
        if (!open.evidenceUnknown() || !shown.sameAs(open.shown())) {
            changes.add(new Change.Reword(open.id(), open.version() + 1, open.severity(), open.due(), true, shown));
        }
    }

    /** The rules behind it that still ask for it and cannot tell any more. */
    private List<Explanation> unsure(Recommendation open) {
        Set<String> behind = behind(open);
        return judgement.cannotTell().stream()
                .filter(explanation -> behind.contains(explanation.rule()) && asksFor(explanation.rule(), open))
                .toList();
    }

    private static Set<String> behind(Recommendation open) {
        return Stream.concat(open.shown().reasons().stream(), open.shown().unsure().stream())
                .map(Explanation::rule)
                .collect(Collectors.toSet());
    }

    private boolean asksFor(String rule, Recommendation open) {
        return book.rule(rule).stream()
                .flatMap(found -> found.recommendations())
                .anyMatch(asked -> open.sameThing(asked.intervention(), asked.occurrence()));
    }

    private String because(Set<String> rules) {
        return rules.stream().sorted().map(this::gone).collect(Collectors.joining("; "));
    }

    private String gone(String rule) {
        if (book.off().stream().anyMatch(off -> off.name().equals(rule))) {
            return "the rule \"" + rule + "\" was switched off";
        }
        return book.rule(rule).isPresent()
                ? "\"" + rule + "\" no longer holds"
                : "the rule \"" + rule + "\" was retired";
    }
}
