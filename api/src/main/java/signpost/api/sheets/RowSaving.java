package signpost.api.sheets;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import signpost.api.drafts.Desk;
import signpost.api.drafts.DraftBooks;
import signpost.api.drafts.Drafting;
import signpost.api.drafts.Saving;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.StaffMember;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.sheet.SheetText;

/** Saves a change of a table as it stood when somebody opened it, together with what others saved since. */
@Service
class RowSaving {

    private final DraftBooks books;
    private final Drafting drafting;

    RowSaving(DraftBooks books, Drafting drafting) {
        this.books = books;
        this.drafting = drafting;
    }

    Saving save(
            StaffMember person,
            Desk.Opened opened,
            Drafting.Opened began,
            String path,
            UnaryOperator<SheetText> change) {
        BookFiles before = books.own(person.schoolId(), opened.owner(), opened.draft(), began.base(), began.revision());
        Optional<SheetText> sheet = before.paths().contains(path)
                ? SheetText.of(new String(before.bytes(path), StandardCharsets.UTF_8))
                : Optional.empty();
        if (sheet.isEmpty()) {
            return new Saving.Refused("This table is not as it was any more. Look at it as it is now.");
        }
        Map<String, byte[]> files = new TreeMap<>();
        before.paths().forEach(one -> files.put(one, before.bytes(one)));
        files.put(path, change.apply(sheet.get()).text().getBytes(StandardCharsets.UTF_8));
        return drafting.merge(
                person.schoolId(), opened.owner(), opened.draft().id(), began, new BookFiles(files), Person.of(person));
    }
}
