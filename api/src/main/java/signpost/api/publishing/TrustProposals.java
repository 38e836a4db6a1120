package signpost.api.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import signpost.api.drafts.Draft;
import signpost.api.drafts.DraftBook;
import signpost.api.drafts.DraftBooks;
import signpost.api.drafts.DraftState;
import signpost.api.drafts.Drafts;
import signpost.api.drafts.InWords;
import signpost.api.rulebooks.Composition;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Owners;
import signpost.api.rulebooks.Version.Change;
import signpost.api.rulebooks.Versions;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.scenario.CheckedBook;
import signpost.engine.text.Problem;
import signpost.engine.vocabulary.Dates;

/** What a school's trust is about to publish, and whether what the school has added fits it. */
@Component
class TrustProposals {

    /**
     * A proposal of the trust's.
     *
     * @param problems of the school's additions on top of it
     */
    record Coming(Draft draft, String from, List<Change> changes, List<Problem> problems) {}

    private final Owners owners;
    private final Drafts drafts;
    private final DraftBooks books;
    private final Versions versions;
    private final Composition composition;

    TrustProposals(Owners owners, Drafts drafts, DraftBooks books, Versions versions, Composition composition) {
        this.owners = owners;
        this.drafts = drafts;
        this.books = books;
        this.versions = versions;
        this.composition = composition;
    }

    /** What the trust of this school has proposed or approved; nothing where there is no trust. */
    List<Coming> of(UUID school) {
        Owners.Both both = owners.of(school);
        return both.trust().map(trust -> coming(both.school(), trust)).orElse(List.of());
    }

    private List<Coming> coming(Owner school, Owner trust) {
        BookFiles additions = composition.own(school.id(), school, versions.last(school.id()));
        List<Coming> coming = new ArrayList<>();
        Stream.of(DraftState.PROPOSED, DraftState.APPROVED)
                .flatMap(state -> drafts.in(trust.id(), state).stream())
                .forEach(draft -> {
                    DraftBook now = books.of(school.id(), trust, draft);
                    coming.add(new Coming(
                            draft,
                            draft.from().map(Dates::words).orElse(""),
                            InWords.between(books.base(school.id(), trust, draft), now),
                            problems(now, additions)));
                });
        return coming;
    }

    private static List<Problem> problems(DraftBook trusts, BookFiles additions) {
        if (additions.paths().isEmpty()) {
            return List.of();
        }
        return Optional.of(CheckedBook.of(BookFiles.layered(trusts.own(), additions)))
                .filter(CheckedBook.Refused.class::isInstance)
                .map(refused -> ((CheckedBook.Refused) refused).problems())
                .orElse(List.of());
    }
}
