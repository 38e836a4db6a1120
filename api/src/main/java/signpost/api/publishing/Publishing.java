package signpost.api.publishing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import signpost.api.drafts.Draft;
import signpost.api.drafts.DraftBook;
import signpost.api.drafts.DraftBooks;
import signpost.api.drafts.DraftState;
import signpost.api.drafts.Drafts;
import signpost.api.drafts.InWords;
import signpost.api.rulebooks.Composition;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Owners;
import signpost.api.rulebooks.Settling;
import signpost.api.rulebooks.Version;
import signpost.api.rulebooks.Version.Person;
import signpost.api.rulebooks.Versions;
import signpost.api.schools.Audit;
import signpost.engine.rulebook.BookFiles;

/**
 * Makes a version of what was approved, or of an old version again, and brings it in force at every school it reaches. The
 * version is kept in one transaction; each school then switches in one of its own, or keeps its book and says why.
 */
@Service
class Publishing {

    /** What a draft's answer holds. */
    private static final int LONGEST = 4_000;

    private final Drafts drafts;
    private final DraftBooks books;
    private final Versions versions;
    private final Composition composition;
    private final Owners owners;
    private final Settling settling;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Audit audit;
    private final InUse inUse;

    Publishing(
            Drafts drafts,
            DraftBooks books,
            Versions versions,
            Composition composition,
            Owners owners,
            Settling settling,
            TransactionTemplate transactions,
            Clock clock,
            Audit audit,
            InUse inUse) {
        this.drafts = drafts;
        this.books = books;
        this.versions = versions;
        this.composition = composition;
        this.owners = owners;
        this.settling = settling;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
        this.inUse = inUse;
    }

    /** Publishes what is approved and whose day has come; does nothing otherwise. */
    @Transactional(propagation = Propagation.NEVER)
    public Answer publish(UUID school, Owner owner, UUID id) {
        List<String> kept = drafts.find(id)
                .filter(draft -> draft.state() == DraftState.APPROVED)
                .map(draft -> inUse.takenAway(
                        school, owner, books.base(school, owner, draft), books.of(school, owner, draft)))
                .orElse(List.of());
        Answer answer = transactions.execute(status -> version(school, owner, id, kept));
        return answer instanceof Answer.Done done ? reach(owner, done.said()) : answer;
    }

    private Answer version(UUID school, Owner owner, UUID id, List<String> kept) {
        Draft draft = drafts.lock(id).orElseThrow();
        versions.hold(owner.id());
        if (draft.state() != DraftState.APPROVED || draft.from().orElseThrow().isAfter(LocalDate.now(clock))) {
            return new Answer.Refused("There is nothing to publish yet.");
        }
        int last = versions.last(owner.id());
        if (draft.base() != last) {
            drafts.move(
                    draft,
                    DraftState.DRAFT,
                    "Version " + last + " was published before its day came. Bring it up to date and propose it again.",
                    clock.instant());
            return new Answer.Refused("Another version was published before its day came: it is a draft again.");
        }
        if (!kept.isEmpty()) {
            String because = String.join(" ", kept);
            drafts.move(
                    draft,
                    DraftState.DRAFT,
                    because.substring(0, Math.min(because.length(), LONGEST)),
                    clock.instant());
            return new Answer.Refused("It takes away what is in use by now, and is a draft again. " + because);
        }
        DraftBook book = books.of(school, owner, draft);
        if (!book.problems().isEmpty()) {
            drafts.move(
                    draft,
                    DraftState.DRAFT,
                    "It did not pass its checks any more when its day came. Mend it and propose it again.",
                    clock.instant());
            return new Answer.Refused("It does not pass its checks any more: it is a draft again.");
        }
        add(
                school,
                owner,
                book,
                OptionalInt.empty(),
                draft.reason(),
                draft.proposed().orElseThrow().by(),
                draft.decided().orElseThrow().by(),
                Optional.of(id));
        drafts.move(draft, DraftState.PUBLISHED, draft.answer(), clock.instant());
        return new Answer.Done("Version " + (last + 1) + " is published.");
    }

    /** Publishes an old version again, as a version of its own; the same checks hold. */
    @Transactional(propagation = Propagation.NEVER)
    public Answer rollBack(UUID school, Owner owner, int number, int seenLast, String reason, Person by) {
        List<String> kept = takenAwayBy(school, owner, number);
        if (!kept.isEmpty()) {
            return new Answer.Refused(String.join(" ", kept));
        }
        Answer answer = transactions.execute(status -> {
            versions.hold(owner.id());
            int last = versions.last(owner.id());
            if (last != seenLast) {
                return new Answer.Refused("Version " + last + " was published while this page was open.");
            }
            if (number < 0 || number >= last) {
                return new Answer.Refused("That is the version in force.");
            }
            BookFiles files = composition.own(school, owner, number);
            DraftBook book = books.of(school, owner, files);
            if (!book.problems().isEmpty()) {
                return new Answer.Refused(
                        "Version " + number + " does not pass its checks any more. Start a draft and mend it there.");
            }
            add(school, owner, book, OptionalInt.of(number), reason, by, by, Optional.empty());
            return new Answer.Done("Version " + (last + 1) + " is published: the same as "
                    + (number == 0 ? "before the first version." : "version " + number + "."));
        });
        return answer instanceof Answer.Done done ? reach(owner, done.said()) : answer;
    }

    private List<String> takenAwayBy(UUID school, Owner owner, int number) {
        int last = versions.last(owner.id());
        return number < 0 || number >= last
                ? List.of()
                : inUse.takenAway(
                        school,
                        owner,
                        books.of(school, owner, composition.own(school, owner, last)),
                        books.of(school, owner, composition.own(school, owner, number)));
    }

    private void add(
            UUID school,
            Owner owner,
            DraftBook book,
            OptionalInt back,
            String reason,
            Person author,
            Person approver,
            Optional<UUID> draft) {
        int last = versions.last(owner.id());
        DraftBook before = books.of(school, owner, composition.own(school, owner, last));
        versions.add(
                new Version(
                        owner.id(),
                        last + 1,
                        book.own().digest(),
                        book.recommender().orElseThrow().book().rules().size(),
                        book.scenarios(),
                        back,
                        reason,
                        InWords.between(before, book),
                        author,
                        approver,
                        clock.instant()),
                book.own(),
                draft);
        audit.record("rule-book-published", "owner", owner.id(), "version", last + 1);
    }

    /** Every school it reaches, one after the other; those it does not fit are named. */
    private Answer reach(Owner owner, String said) {
        List<Owner> schools = owner.trust() ? owners.schoolsOf(owner.id()) : List.of(owner);
        List<String> kept = new ArrayList<>();
        for (Owner one : schools) {
            if (!settling.settle(one.id()).isEmpty()) {
                kept.add(one.name());
            }
        }
        if (kept.isEmpty()) {
            return new Answer.Done(said + " It is in force"
                    + (schools.size() > 1 ? " at " + schools.size() + " schools." : ".")
                    + " Students are judged by it again within minutes.");
        }
        return new Answer.Done(said + " These schools keep the book they had, because their additions do not fit: "
                + String.join(", ", kept) + ".");
    }
}
