package signpost.api.uploads;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.drafts.Desk;
import signpost.api.drafts.Draft;
import signpost.api.drafts.DraftBook;
import signpost.api.drafts.DraftBooks;
import signpost.api.drafts.Drafting;
import signpost.api.drafts.InWords;
import signpost.api.drafts.Saving;
import signpost.api.rulebooks.Version.Change;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.Audit;
import signpost.api.schools.Ids;
import signpost.engine.change.Conflict;
import signpost.engine.change.Merge;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookZip;
import signpost.engine.rulebook.ZipReading;
import signpost.engine.text.Problem;

/** Takes files in, says what they would change, and puts them into a draft once somebody has seen that. */
@Service
class Uploading {

    private final Uploads uploads;
    private final DraftBooks books;
    private final Drafting drafting;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    Uploading(Uploads uploads, DraftBooks books, Drafting drafting, Ids ids, Clock clock, Audit audit) {
        this.uploads = uploads;
        this.books = books;
        this.drafting = drafting;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** What came of a file that was sent. */
    sealed interface Taken {
        record Kept(UUID id) implements Taken {}

        record Refused(List<String> because) implements Taken {
            public Refused {
                because = List.copyOf(because);
            }
        }
    }

    /**
     * What an upload would change.
     *
     * @param words in words; none while the book has problems
     * @param conflicts what somebody else changed otherwise since it arrived: while there are any, it cannot be put in
     */
    record Differences(List<FileChange> files, List<Change> words, List<Problem> problems, List<Conflict> conflicts) {
        Differences {
            files = List.copyOf(files);
            words = List.copyOf(words);
            problems = List.copyOf(problems);
            conflicts = List.copyOf(conflicts);
        }
    }

    /** Keeps what a file makes of the draft, or says why not. It is read meanwhile: no transaction waits. */
    public Taken take(UUID school, Desk.Opened opened, String name, String into, byte[] bytes, Person by) {
        Draft draft = opened.draft();
        if (!draft.open()) {
            return new Taken.Refused(List.of("This draft cannot be changed now. Take the proposal back first."));
        }
        BookFiles own = own(school, opened);
        Arrived arrived = Arrival.of(name, into, bytes, own);
        if (arrived instanceof Arrived.Refused refused) {
            audit.record("upload-refused", "draft", draft.id());
            return new Taken.Refused(refused.because());
        }
        Arrived.Files files = (Arrived.Files) arrived;
        if (BookZip.unpack(files.what(), BookZip.pack(files.all())) instanceof ZipReading.Refused refused) {
            return new Taken.Refused(Arrived.Refused.of(refused.problems()).because());
        }
        Upload upload = new Upload(
                draft.owner(),
                draft.id(),
                ids.next(),
                files.what(),
                new Drafting.Opened(draft.base(), draft.revision()),
                files.all(),
                by,
                clock.instant());
        uploads.keep(upload);
        return new Taken.Kept(upload.id());
    }

    @Transactional(readOnly = true)
    public Optional<Upload> find(Draft draft, UUID id) {
        return uploads.find(draft, id);
    }

    /** Between the draft as it is now and as it would be with the upload. Books are checked meanwhile: no transaction waits. */
    public Differences differences(UUID school, Desk.Opened opened, Upload upload) {
        BookFiles now = own(school, opened);
        Merge merge = Merge.of(began(school, opened, upload), upload.files(), now);
        DraftBook before = books.of(school, opened.owner(), now);
        DraftBook after = books.of(school, opened.owner(), merge.files());
        return new Differences(
                FileChange.between(now, merge.files()),
                InWords.between(before, after),
                after.problems(),
                merge.conflicts());
    }

    /** Puts an upload into its draft; it is gone from where it waited then. */
    @Transactional
    public Saving put(UUID school, Desk.Opened opened, Upload upload, Person by) {
        Saving saving = drafting.merge(school, opened.owner(), upload.draft(), upload.opened(), upload.files(), by);
        if (saving instanceof Saving.Saved) {
            uploads.remove(opened.draft(), upload.id());
            audit.record("upload-taken", "draft", upload.draft());
        }
        return saving;
    }

    public void drop(Draft draft, UUID id) {
        uploads.remove(draft, id);
    }

    private BookFiles own(UUID school, Desk.Opened opened) {
        Draft draft = opened.draft();
        return books.own(school, opened.owner(), draft, draft.base(), draft.revision());
    }

    private BookFiles began(UUID school, Desk.Opened opened, Upload upload) {
        return books.own(
                school,
                opened.owner(),
                opened.draft(),
                upload.opened().base(),
                upload.opened().revision());
    }
}
