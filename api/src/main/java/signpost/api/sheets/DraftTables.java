package signpost.api.sheets;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import signpost.api.drafts.Desk;
import signpost.api.drafts.DraftBook;
import signpost.api.drafts.DraftBooks;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.sheet.SheetText;
import signpost.engine.text.Problem;

/** The tables of a draft, with what may stand in them. */
@Component
class DraftTables {

    private final DraftBooks books;

    DraftTables(DraftBooks books) {
        this.books = books;
    }

    /**
     * A table.
     *
     * @param sheet nothing when the file cannot be read as a table
     * @param problems of this file
     */
    record Table(String path, Optional<SheetText> sheet, Choices choices, List<Problem> problems) {}

    /** The table at a path, or 404. */
    Table table(UUID school, Desk.Opened opened, String path) {
        DraftBook book = books.of(school, opened.owner(), opened.draft());
        Optional<RuleBook> read = book.readable()
                .or(() -> books.base(school, opened.owner(), opened.draft()).readable())
                .map(Recommender::book);
        return new Table(
                path,
                sheet(book.own(), path),
                new Choices(path, read),
                book.problems().stream()
                        .filter(problem -> problem.place().file().equals(path))
                        .toList());
    }

    private static Optional<SheetText> sheet(BookFiles files, String path) {
        if (!path.endsWith(".csv") || !files.paths().contains(path)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return SheetText.of(new String(files.bytes(path), StandardCharsets.UTF_8));
    }
}
