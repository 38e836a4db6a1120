package signpost.api.publishing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import signpost.api.drafts.Desk;
import signpost.api.drafts.Draft;
import signpost.api.drafts.DraftBook;
import signpost.api.drafts.DraftBooks;
import signpost.api.drafts.DraftState;
import signpost.api.drafts.Drafts;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.api.rulebooks.Versions;
import signpost.api.schools.Audit;

/** Proposes a draft for publication, and takes a proposal back. */
@Service
class Proposing {

    private final Drafts drafts;
    private final DraftBooks books;
    private final Versions versions;
    private final Clock clock;
    private final Audit audit;
    private final InUse inUse;
    private final StudentsNamed named;
    private final TransactionTemplate transactions;

    Proposing(
            Drafts drafts,
            DraftBooks books,
            Versions versions,
            Clock clock,
            Audit audit,
            InUse inUse,
            StudentsNamed named,
            TransactionTemplate transactions) {
        this.drafts = drafts;
        this.books = books;
        this.versions = versions;
        this.clock = clock;
        this.audit = audit;
        this.inUse = inUse;
        this.named = named;
        this.transactions = transactions;
    }

    /**
     * Proposes a draft as it stands.
     *
     * @param revision the draft's as the person saw it: what they did not see they do not propose
     */
    @Transactional(propagation = Propagation.NEVER)
    public Answer propose(UUID school, Desk.Opened opened, int revision, String reason, LocalDate from, Person by) {
        // Of the draft as it was opened; if it is another by now, it is not proposed.
        List<String> kept = new ArrayList<>(takenAway(school, opened.owner(), opened.draft()));
        kept.addAll(named(school, opened.owner(), opened.draft()));
        return kept.isEmpty()
                ? transactions.execute(status -> proposed(school, opened, revision, reason, from, by))
                : new Answer.Refused(String.join(" ", kept));
    }

    /** What the draft takes away although people's records name it. */
    List<String> takenAway(UUID school, Owner owner, Draft draft) {
        return inUse.takenAway(school, owner, books.base(school, owner, draft), books.of(school, owner, draft));
    }

    /** Where the draft names a student of the school. */
    List<String> named(UUID school, Owner owner, Draft draft) {
        return named.in(
                books.base(school, owner, draft).own(),
                books.of(school, owner, draft).own());
    }

    private Answer proposed(UUID school, Desk.Opened opened, int revision, String reason, LocalDate from, Person by) {
        Draft draft = drafts.lock(opened.draft().id()).orElseThrow();
        if (!draft.open()) {
            return new Answer.Refused("This draft is not open any more: it is "
                    + draft.state().words().toLowerCase(java.util.Locale.UK) + ".");
        }
        if (draft.revision() != revision || opened.draft().revision() != revision) {
            return new Answer.Refused("The draft was changed while this page was open. Look at it as it is now.");
        }
        if (draft.base() != versions.last(draft.owner())) {
            return new Answer.Refused("Another version was published meanwhile. Bring the draft up to date first.");
        }
        DraftBook book = books.of(school, opened.owner(), draft);
        if (!book.problems().isEmpty()) {
            return new Answer.Refused("The draft has problems. Mend them first.");
        }
        if (book.own()
                .digest()
                .equals(books.base(school, opened.owner(), draft).own().digest())) {
            return new Answer.Refused("The draft changes nothing.");
        }
        drafts.propose(draft, reason, from, book.own().digest(), by, clock.instant());
        audit.record("draft-proposed", "owner", draft.owner(), "draft", draft.id());
        return new Answer.Done("Proposed. A second person can approve it now.");
    }

    /** Proposes what a folder brought, from today on; nothing that has problems or takes away what is in use. */
    @Transactional(propagation = Propagation.NEVER)
    public boolean fromFolder(UUID school, Owner owner, UUID id) {
        Draft found = drafts.find(id).orElseThrow();
        return takenAway(school, owner, found).isEmpty()
                && named(school, owner, found).isEmpty()
                && Boolean.TRUE.equals(transactions.execute(status -> fromFolder(school, owner, id, found.revision())));
    }

    private boolean fromFolder(UUID school, Owner owner, UUID id, int revision) {
        Draft draft = drafts.lock(id).orElseThrow();
        DraftBook book = books.of(school, owner, draft);
        boolean sound =
                draft.open() && draft.revision() == revision && book.problems().isEmpty();
        if (sound) {
            drafts.propose(
                    draft,
                    "The files in the folder were changed.",
                    LocalDate.now(clock),
                    book.own().digest(),
                    draft.author(),
                    clock.instant());
            audit.record("draft-proposed", "owner", draft.owner(), "draft", draft.id());
        }
        return sound;
    }

    /** Makes a proposal, or what was approved for a later day, a draft again. */
    @Transactional
    public Answer takeBack(UUID id, Person by) {
        Draft draft = drafts.lock(id).orElseThrow();
        if (draft.state() != DraftState.PROPOSED && draft.state() != DraftState.APPROVED) {
            return new Answer.Refused("There is no proposal to take back: the draft is "
                    + draft.state().words().toLowerCase(java.util.Locale.UK) + ".");
        }
        drafts.move(draft, DraftState.DRAFT, "Taken back by " + by.name(), clock.instant());
        audit.record("proposal-taken-back", "owner", draft.owner(), "draft", draft.id());
        return new Answer.Done("Taken back. It is a draft again.");
    }
}
