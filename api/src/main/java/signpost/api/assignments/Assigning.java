package signpost.api.assignments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.assignments.AssignmentChanges.Kind;
import signpost.api.schools.SchoolLock;

/** Changes whose caseload students are, after it was shown how many move. */
@Service
class Assigning {

    /**
     * What a change would do, or did.
     *
     * @param seen the last change before it: made later, it asks again if there was another
     */
    record Preview(List<Move> moves, int seen) {
        public Preview {
            moves = List.copyOf(moves);
        }

        int students() {
            return moves.stream().mapToInt(Move::students).sum();
        }
    }

    /** What came of asking for a change. */
    sealed interface Answer {

        record Made(int students) implements Answer {}

        /** Somebody changed assignments since: this is what it would do now. */
        record Stale(Preview now) implements Answer {}
    }

    private final AssignmentChanges changes;
    private final SchoolLock lock;
    private final AssignmentRules rules;
    private final AssignmentMoves moves;
    private final CaseloadMoves caseloads;

    Assigning(
            AssignmentChanges changes,
            SchoolLock lock,
            AssignmentRules rules,
            AssignmentMoves moves,
            CaseloadMoves caseloads) {
        this.changes = changes;
        this.lock = lock;
        this.rules = rules;
        this.moves = moves;
        this.caseloads = caseloads;
    }

    @Transactional
    Preview preview(UUID school, Proposal proposal) {
        List<Move> would = moves(school, proposal);
        return new Preview(would, changes.last(school, Kind.RULES, Kind.BY_HAND, Kind.MOVED));
    }

    /** @param seen the {@link Preview#seen} that the person was shown */
    @Transactional
    Answer make(UUID school, UUID by, Proposal proposal, int seen) {
        lock.hold(school);
        Preview now = preview(school, proposal);
        if (now.seen() != seen) {
            return new Answer.Stale(now);
        }
        write(school, by, proposal, now.students());
        return new Answer.Made(now.students());
    }

    private List<Move> moves(UUID school, Proposal proposal) {
        if (proposal instanceof Proposal.NewRules proposed) {
            return rules.moves(school, proposed.rules());
        }
        if (proposal instanceof Proposal.ByHand hand) {
            return moves.of(school, hand.students(), hand.to());
        }
        return everybody(school, (Proposal.Everybody) proposal);
    }

    private void write(UUID school, UUID by, Proposal proposal, int students) {
        if (proposal instanceof Proposal.NewRules proposed) {
            rules.set(school, changes.add(school, Kind.RULES, true, students, by), proposed.rules());
        } else if (proposal instanceof Proposal.ByHand hand) {
            int change = changes.add(school, Kind.BY_HAND, false, students, by);
            moves.set(school, change, hand.students(), hand.to());
        } else {
            move(school, by, (Proposal.Everybody) proposal, students);
        }
    }

    private void move(UUID school, UUID by, Proposal.Everybody all, int students) {
        List<Rule> before = rules.of(school);
        int change = changes.add(school, Kind.MOVED, true, students, by);
        caseloads.note(school, change, all.from(), all.to(), Optional.empty());
        moves.setAll(school, change, all.from(), all.to());
        rules.set(
                school,
                change,
                before.stream()
                        .map(rule -> rule.staff().equals(all.from()) ? rule.to(all.to()) : rule)
                        .toList());
    }

    private List<Move> everybody(UUID school, Proposal.Everybody all) {
        int students = moves.allOf(school, all.from());
        return students == 0 || all.from().equals(all.to())
                ? List.of()
                : List.of(new Move(Optional.of(all.from()), Optional.of(all.to()), students));
    }
}
