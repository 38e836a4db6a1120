package signpost.api.drafts;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.rulebooks.Composition;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.api.rulebooks.Versions;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.scenario.CheckedBook;
import signpost.engine.text.Place;
import signpost.engine.text.Problem;

/** Keeps one open draft with what lies in an owner's folder; a folder that is changed again takes the place of the former. */
@Service
public class FromFolder {

    private final Drafts drafts;
    private final Drafting drafting;
    private final DraftBooks books;
    private final Composition composition;
    private final Versions versions;
    private final Clock clock;

    FromFolder(
            Drafts drafts,
            Drafting drafting,
            DraftBooks books,
            Composition composition,
            Versions versions,
            Clock clock) {
        this.drafts = drafts;
        this.drafting = drafting;
        this.books = books;
        this.composition = composition;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * What came of a folder.
     *
     * @param draft new, or empty when the folder says nothing new
     * @param problems of the book it makes
     */
    public record Found(Optional<UUID> draft, List<Problem> problems) {}

    /**
     * The draft of what lies in a folder now, when it says something new.
     *
     * @param folder its name, which signs the draft
     */
    @Transactional
    public Found draft(UUID school, Owner owner, BookFiles files, String folder) {
        versions.hold(owner.id());
        BookFiles complete = complete(school, owner, files);
        BookFiles own = alone(complete);
        List<Draft> open = Stream.of(DraftState.DRAFT, DraftState.PROPOSED, DraftState.APPROVED)
                .flatMap(state -> drafts.in(owner.id(), state).stream())
                .filter(Draft::fromFolder)
                .toList();
        boolean known = open.stream()
                .anyMatch(draft -> books.of(school, owner, draft).own().digest().equals(own.digest()));
        String inForce =
                composition.own(school, owner, versions.last(owner.id())).digest();
        if (known || (open.isEmpty() && inForce.equals(own.digest()))) {
            return new Found(Optional.empty(), List.of());
        }
        open.forEach(
                draft -> drafts.move(draft, DraftState.DISCARDED, "The folder was changed again.", clock.instant()));
        if (inForce.equals(own.digest())) {
            return new Found(Optional.empty(), List.of());
        }
        Person by = new Person("The folder " + folder, Optional.empty());
        Draft draft = drafting.start(owner, "What changed in the folder " + folder, by, true);
        if (drafting.replace(school, owner, draft.id(), own, by) instanceof Saving.Refused refused) {
            return new Found(Optional.of(draft.id()), List.of(Problem.at(Place.startOf(folder), refused.because())));
        }
        List<Problem> problems =
                CheckedBook.of(composition.whole(school, owner, complete)) instanceof CheckedBook.Refused refused
                        ? refused.problems()
                        : List.of();
        return new Found(Optional.of(draft.id()), problems);
    }

    /** A folder that brings no vocabulary or no catalogue is read with those of the version in force. */
    private BookFiles complete(UUID school, Owner owner, BookFiles files) {
        BookFiles now = composition.own(school, owner, versions.last(owner.id()));
        Set<String> lent = new HashSet<>();
        for (String part : List.of("vocabulary", "catalogue")) {
            if (files.below(part).isEmpty()) {
                lent.addAll(now.below(part));
            }
        }
        return files.over(now, lent);
    }

    /** Without what lies in the folder and does not belong to a book. */
    private static BookFiles alone(BookFiles files) {
        Map<String, byte[]> all = new TreeMap<>();
        files.paths().forEach(path -> all.put(path, files.bytes(path)));
        return new BookFiles(all);
    }
}
