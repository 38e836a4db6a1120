package signpost.api.drafts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.rulebooks.Composition;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.api.rulebooks.Versions;
import signpost.api.schools.Audit;
import signpost.api.schools.Ids;
import signpost.engine.change.Conflict;
import signpost.engine.change.Merge;
import signpost.engine.change.MergedText;
import signpost.engine.change.Side;
import signpost.engine.rulebook.BookFiles;

/** Changes drafts. Two people may edit one: neither overwrites the other, rule by rule. */
@Service
public class Drafting {

    private static final int LONGEST_NAME = 200;

    private final Drafts drafts;
    private final DraftFiles files;
    private final DraftBooks books;
    private final Composition composition;
    private final Versions versions;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    Drafting(
            Drafts drafts,
            DraftFiles files,
            DraftBooks books,
            Composition composition,
            Versions versions,
            Ids ids,
            Clock clock,
            Audit audit) {
        this.drafts = drafts;
        this.files = files;
        this.books = books;
        this.composition = composition;
        this.versions = versions;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** What a form began from, when a person opened it. */
    public record Opened(int base, int revision) {

        /** As a form sent it back; what can be no state of the draft is its last one. */
        public static Opened of(Draft draft, Map<String, String> sent) {
            int base = number(sent, "base", draft.base());
            int revision = number(sent, "revision", draft.revision());
            return base > draft.base() || revision > draft.revision()
                    ? new Opened(draft.base(), draft.revision())
                    : new Opened(base, revision);
        }

        private static int number(Map<String, String> sent, String name, int otherwise) {
            String text = sent.getOrDefault(name, "");
            return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
        }
    }

    /** Begins a draft of an owner's book as it is now. */
    @Transactional
    public Draft start(Owner owner, String name, Person by, boolean fromFolder) {
        return start(owner, name, "", by, fromFolder);
    }

    /** The same with the reason for which it will be proposed. */
    @Transactional
    public Draft start(Owner owner, String name, String reason, Person by, boolean fromFolder) {
        Draft draft = new Draft(
                owner.id(),
                ids.next(),
                name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                versions.last(owner.id()),
                0,
                DraftState.DRAFT,
                fromFolder,
                by,
                reason,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                clock.instant());
        drafts.add(draft);
        audit.record("draft-started", "owner", owner.id(), "draft", draft.id());
        return draft;
    }

    /**
     * Saves the text of one file.
     *
     * @param opened the draft as it was when the person began to type
     * @param choices whose text stands, where a conflict was shown to them
     */
    @Transactional
    public Saving save(
            UUID school,
            Owner owner,
            UUID id,
            Opened opened,
            String path,
            String typed,
            Map<Conflict, Side> choices,
            Person by) {
        return save(school, owner, id, opened, path, was -> was.asWritten(typed), choices, by);
    }

    /** The same of a text that has its own line ends, and not those of a text box. */
    @Transactional
    public Saving saveExactly(UUID school, Owner owner, UUID id, Opened opened, String path, String whole, Person by) {
        return save(school, owner, id, opened, path, was -> whole, Map.of(), by);
    }

    private Saving save(
            UUID school,
            Owner owner,
            UUID id,
            Opened opened,
            String path,
            Function<FileText, String> text,
            Map<Conflict, Side> choices,
            Person by) {
        Draft draft = drafts.lock(id).orElseThrow();
        Optional<Saving> refused = refused(draft);
        if (refused.isPresent()) {
            return refused.get();
        }
        BookFiles before = books.own(school, owner, draft, opened.base(), opened.revision());
        BookFiles now = books.own(school, owner, draft, draft.revision());
        Optional<String> wrong = FilePath.wrongForText(path, now);
        if (wrong.isPresent()) {
            return new Saving.Refused(wrong.get());
        }
        FileText was = FileText.of(before, path);
        FileText is = FileText.of(now, path);
        String mine = text.apply(was);
        if (was.equals(is)) {
            return write(draft, now, path, mine, by, false);
        }
        MergedText merged = Merge.ofText(path, was.text(), mine, is.text());
        List<Conflict> open = merged.conflicts().stream()
                .filter(conflict -> !choices.containsKey(conflict))
                .toList();
        return open.isEmpty()
                ? write(draft, now, path, merged.settled(choices), by, true)
                : new Saving.Conflicting(merged.conflicts());
    }

    /** Where saving a text would collide with what somebody else saved. */
    @Transactional(readOnly = true)
    public List<Conflict> conflicts(UUID school, Owner owner, Draft draft, Opened opened, String path, String typed) {
        FileText was = FileText.of(books.own(school, owner, draft, opened.base(), opened.revision()), path);
        FileText is = FileText.of(books.own(school, owner, draft, draft.revision()), path);
        return Merge.ofText(path, was.text(), was.asWritten(typed), is.text()).conflicts();
    }

    /** Takes a file out of a draft. */
    @Transactional
    public Saving remove(UUID school, Owner owner, UUID id, String path, Person by) {
        Draft draft = drafts.lock(id).orElseThrow();
        // Whatever it is called: a file with a name that no book should have can only be taken out.
        Optional<Saving> refused = refused(draft);
        if (refused.isPresent()) {
            return refused.get();
        }
        BookFiles now = books.own(school, owner, draft, draft.revision());
        if (!now.paths().contains(path)) {
            return new Saving.Refused("There is no file " + path + " in this draft.");
        }
        Map<String, byte[]> left = new TreeMap<>();
        now.paths().stream().filter(one -> !one.equals(path)).forEach(one -> left.put(one, now.bytes(one)));
        return keep(draft, draft.base(), now, new BookFiles(left), by, false);
    }

    /** Puts these files in the place of all the owner's files. */
    @Transactional
    public Saving replace(UUID school, Owner owner, UUID id, BookFiles all, Person by) {
        Draft draft = drafts.lock(id).orElseThrow();
        Optional<Saving> refused = refused(draft);
        return refused.orElseGet(
                () -> keep(draft, draft.base(), books.own(school, owner, draft, draft.revision()), all, by, false));
    }

    /** Puts files in the place of all the owner's, together with what somebody saved since {@code opened}, rule by rule. */
    @Transactional
    public Saving merge(UUID school, Owner owner, UUID id, Opened opened, BookFiles all, Person by) {
        Draft draft = drafts.lock(id).orElseThrow();
        Optional<Saving> refused = refused(draft);
        if (refused.isPresent()) {
            return refused.get();
        }
        BookFiles now = books.own(school, owner, draft, draft.revision());
        Merge merge = Merge.of(books.own(school, owner, draft, opened.base(), opened.revision()), all, now);
        return merge.conflicts().isEmpty()
                ? keep(draft, draft.base(), now, merge.files(), by, draft.revision() != opened.revision())
                : new Saving.Conflicting(merge.conflicts());
    }

    /** Puts one file of any sort into a draft. */
    @Transactional
    public Saving put(UUID school, Owner owner, UUID id, String path, byte[] content, Person by) {
        Draft draft = drafts.lock(id).orElseThrow();
        Optional<Saving> refused = refused(draft);
        if (refused.isPresent()) {
            return refused.get();
        }
        BookFiles now = books.own(school, owner, draft, draft.revision());
        Optional<String> wrong = FilePath.wrong(path, now);
        return wrong.<Saving>map(Saving.Refused::new)
                .orElseGet(() -> keep(
                        draft,
                        draft.base(),
                        now,
                        new BookFiles(Map.of(path, content)).over(now, now.paths()),
                        by,
                        false));
    }

    /** Brings a draft up to date with what was published since it began. */
    @Transactional
    public Saving update(UUID school, Owner owner, UUID id, Map<Conflict, Side> choices, Person by) {
        Draft draft = drafts.lock(id).orElseThrow();
        Optional<Saving> refused = refused(draft);
        if (refused.isPresent()) {
            return refused.get();
        }
        int last = versions.last(owner.id());
        BookFiles theirs = composition.own(school, owner, last);
        Merge merge = Merge.of(
                composition.own(school, owner, draft.base()),
                books.own(school, owner, draft, draft.revision()),
                theirs);
        if (!choices.keySet().containsAll(merge.conflicts())) {
            return new Saving.Conflicting(merge.conflicts());
        }
        // What an earlier save laid over the old version would lie over the new one too: every such file is said anew.
        BookFiles asItWouldBe = files.over(theirs, draft, draft.revision());
        return keep(draft, last, asItWouldBe, merge.settled(choices), by, true);
    }

    @Transactional
    public void discard(UUID id, Person by) {
        Draft draft = drafts.lock(id).orElseThrow();
        if (draft.open()) {
            drafts.move(draft, DraftState.DISCARDED, "", clock.instant());
            audit.record("draft-discarded", "draft", id, "by", by.account().orElseThrow());
        }
    }

    /** Makes a discarded draft a draft again. */
    @Transactional
    public void takeUp(UUID id, Person by) {
        Draft draft = drafts.lock(id).orElseThrow();
        if (draft.state() == DraftState.DISCARDED) {
            drafts.move(draft, DraftState.DRAFT, "", clock.instant());
            audit.record("draft-taken-up", "draft", id, "by", by.account().orElseThrow());
        }
    }

    private static Optional<Saving> refused(Draft draft) {
        return draft.open()
                ? Optional.empty()
                : Optional.of(new Saving.Refused(
                        "This draft is " + draft.state().words().toLowerCase(java.util.Locale.UK)
                                + " and cannot be changed. Take the proposal back first."));
    }

    private Saving write(Draft draft, BookFiles now, String path, String text, Person by, boolean merged) {
        BookFiles all = new BookFiles(Map.of(path, FileText.of(now, path).bytes(text))).over(now, now.paths());
        return keep(draft, draft.base(), now, all, by, merged);
    }

    /** Keeps what is otherwise in {@code all} than in {@code now}, unless it is no book of a size and with names we take. */
    private Saving keep(Draft draft, int base, BookFiles now, BookFiles all, Person by, boolean merged) {
        List<DraftFiles.Saved> saved = changes(now, all);
        if (saved.isEmpty() && base == draft.base()) {
            return new Saving.Saved(draft.revision(), merged);
        }
        if (saved.stream()
                .anyMatch(file -> file.content()
                        .filter(bytes -> bytes.length > BookFiles.LARGEST_FILE)
                        .isPresent())) {
            return new Saving.Refused("A file of a rule book is 2 MB at most.");
        }
        boolean onlyLess = saved.stream().allMatch(file -> file.content().isEmpty());
        Optional<String> tooMuch = onlyLess ? Optional.empty() : all.tooMuch();
        if (tooMuch.isPresent()) {
            return new Saving.Refused(tooMuch.get() + " Take files out of the draft first.");
        }
        int revision = drafts.changed(draft, base, clock.instant());
        files.save(draft, revision, base != draft.base(), saved, by, clock.instant());
        return new Saving.Saved(revision, merged);
    }

    private static List<DraftFiles.Saved> changes(BookFiles before, BookFiles after) {
        List<DraftFiles.Saved> changes = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>(before.paths());
        paths.addAll(after.paths());
        for (String path : paths) {
            if (!after.paths().contains(path)) {
                changes.add(new DraftFiles.Saved(path, Optional.empty()));
            } else if (!before.paths().contains(path)
                    || !java.util.Arrays.equals(before.bytes(path), after.bytes(path))) {
                changes.add(new DraftFiles.Saved(path, Optional.of(after.bytes(path))));
            }
        }
        return changes;
    }
}
