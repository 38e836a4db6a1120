package signpost.api.publishing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.drafts.Desk;
import signpost.api.drafts.Draft;
import signpost.api.drafts.DraftBook;
import signpost.api.drafts.DraftBooks;
import signpost.api.drafts.DraftState;
import signpost.api.drafts.Drafts;
import signpost.api.rulebooks.Version.Person;
import signpost.api.rulebooks.Versions;
import signpost.api.schools.Audit;
import signpost.engine.vocabulary.Dates;

/** A second person answers a proposal. INVARIANT: nobody approves what they wrote or proposed, not even a part of it. */
@Service
class Approving {

    private final Drafts drafts;
    private final DraftBooks books;
    private final Versions versions;
    private final Clock clock;
    private final Audit audit;

    Approving(Drafts drafts, DraftBooks books, Versions versions, Clock clock, Audit audit) {
        this.drafts = drafts;
        this.books = books;
        this.versions = versions;
        this.clock = clock;
        this.audit = audit;
    }

    /** Whether this person had a hand in the draft. */
    boolean hadAHand(Draft draft, Person person) {
        return Stream.of(
                        Stream.of(draft.author()),
                        draft.proposed().map(Draft.Act::by).stream(),
                        books.writers(draft).stream())
                .flatMap(people -> people)
                .map(Person::account)
                .flatMap(Optional::stream)
                .anyMatch(account -> person.account().filter(account::equals).isPresent());
    }

    /**
     * Approves a proposal.
     *
     * @param revision the draft's as the person saw it: what they did not see they do not approve
     */
    @Transactional
    public Answer approve(UUID school, Desk.Opened opened, int revision, String note, Person by) {
        Draft draft = drafts.lock(opened.draft().id()).orElseThrow();
        Optional<Answer> refused = refused(draft, revision, by);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (draft.base() != versions.last(draft.owner())) {
            return new Answer.Refused("Another version was published meanwhile, so this is not what would be in force."
                    + " Return it, to be brought up to date.");
        }
        DraftBook book = books.of(school, opened.owner(), draft);
        if (!book.problems().isEmpty() || !book.own().digest().equals(draft.digest())) {
            return new Answer.Refused("The book does not pass its checks any more. Return it, to be mended.");
        }
        drafts.decide(draft, DraftState.APPROVED, note, by, clock.instant());
        audit.record("draft-approved", "owner", draft.owner(), "draft", draft.id());
        LocalDate from = draft.from().orElseThrow();
        return new Answer.Done(
                from.isAfter(LocalDate.now(clock))
                        ? "Approved. It comes in force on " + Dates.words(from) + "."
                        : "Approved.");
    }

    /** Sends a proposal back to whoever wrote it. */
    @Transactional
    public Answer sendBack(UUID id, int revision, String note, Person by) {
        Draft draft = drafts.lock(id).orElseThrow();
        Optional<Answer> refused = draft.state() == DraftState.PROPOSED && draft.revision() == revision
                ? Optional.empty()
                : refused(draft, revision, by);
        if (refused.isPresent()) {
            return refused.get();
        }
        drafts.decide(draft, DraftState.DRAFT, note, by, clock.instant());
        audit.record("proposal-returned", "owner", draft.owner(), "draft", draft.id());
        return new Answer.Done("Returned. It is a draft again, with what you wrote.");
    }

    private Optional<Answer> refused(Draft draft, int revision, Person by) {
        if (draft.state() != DraftState.PROPOSED) {
            return Optional.of(new Answer.Refused("This is not proposed any more: it is "
                    + draft.state().words().toLowerCase(java.util.Locale.UK) + "."));
        }
        if (draft.revision() != revision) {
            return Optional.of(
                    new Answer.Refused("The proposal was changed while this page was open. Look at it as it is now."));
        }
        return hadAHand(draft, by)
                ? Optional.of(new Answer.Refused("Nobody approves what they wrote or proposed themselves."))
                : Optional.empty();
    }
}
