package signpost.api.recommendations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import signpost.engine.profile.Term;
import signpost.engine.rulebook.Severity;

/**
 * A student, an intervention, the term it arose in, and where it stands.
 *
 * @param id its id within the school
 * @param student the student's id
 * @param intervention its code in the catalogue
 * @param occurrence which of several by design, or empty
 * @param term the term it arose in
 * @param decidedIn the term of the last decision on it, if there was one
 * @param fromRules whether rules asked for it, or a person chose it
 * @param state where it stands
 * @param version counts every change of evidence or state
 * @param severity the gravest of its reasons
 * @param due by when to act
 * @param deferredUntil until when it was put off, while it is
 * @param deliveredOn on which day it was delivered, if it was
 * @param evidenceUnknown whether a rule behind it cannot tell any more
 * @param silenced whether it was overridden for a lasting reason
 * @param silencedUntil the last day of that silence, unless it is for good
 * @param bookDigest the rule book behind the reasons shown
 * @param former the closed one it comes after
 * @param insteadOf the overridden one that a person chose this instead of
 * @param withdrawnBecause why Signpost took it back, if it did
 * @param raisedAt when it first arose
 * @param changedAt when it last changed
 * @param shown its reasons as shown
 */
public record Recommendation(
        UUID id,
        UUID student,
        String intervention,
        String occurrence,
        UUID term,
        Optional<UUID> decidedIn,
        boolean fromRules,
        State state,
        int version,
        Severity severity,
        LocalDate due,
        Optional<LocalDate> deferredUntil,
        Optional<LocalDate> deliveredOn,
        boolean evidenceUnknown,
        boolean silenced,
        Optional<LocalDate> silencedUntil,
        String bookDigest,
        Optional<UUID> former,
        Optional<UUID> insteadOf,
        Optional<String> withdrawnBecause,
        Instant raisedAt,
        Instant changedAt,
        ShownReasons shown) {

    boolean sameThing(String code, String which) {
        return intervention.equals(code) && occurrence.equals(which);
    }

    /** Whether a lasting override keeps it from being suggested in a term. */
    public boolean silencedIn(Term someTerm) {
        return silenced
                && silencedUntil
                        .filter(last -> last.isBefore(someTerm.starts()))
                        .isEmpty();
    }

    /** Where it stands, as a decision keeps it. */
    public Stood stood() {
        return new Stood(state, deferredUntil, silenced, silencedUntil, decidedIn);
    }

    /** Whether it was delivered in a term, whenever it was suggested and recorded. */
    public boolean deliveredIn(Term someTerm) {
        return deliveredOn.filter(someTerm::includes).isPresent();
    }

    /** Whether it belongs to a term: the one it was last decided in, else the one it arose in. */
    public boolean standsIn(UUID someTerm) {
        return decidedIn.orElse(term).equals(someTerm);
    }
}
