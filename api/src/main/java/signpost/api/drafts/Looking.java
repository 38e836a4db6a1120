package signpost.api.drafts;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import signpost.api.rulebooks.Owner;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.BookReading;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.scenario.CheckedBook;
import signpost.engine.scenario.Scenario;
import signpost.engine.scenario.ScenarioRun;
import signpost.engine.scenario.Tried;
import signpost.engine.text.Block;
import signpost.engine.text.Problem;
import signpost.engine.text.Problems;
import signpost.engine.writing.Fixes;

/** Reads a draft as somebody types it: what is wrong, and how the scenarios of its rules come out. */
@Component
class Looking {

    /** Nobody mends more at once, and a page of them would only be slow. */
    private static final int LISTED = 50;

    private final DraftBooks books;

    Looking(DraftBooks books) {
        this.books = books;
    }

    /** Looks at one file of a draft with this text in it. */
    Looked at(UUID school, Owner owner, Draft draft, String path, String text) {
        DraftBooks.Typed typed = books.typed(school, owner, draft, path, text);
        BookReading reading = CheckedBook.read(typed.whole());
        if (!(reading instanceof BookReading.Whole whole)) {
            List<Problem> found = books.takenAway(school, owner, draft, ((BookReading.Broken) reading).problems());
            return looked(typed, path, text, found, List.of(), List.of(), false);
        }
        Problems unread = new Problems();
        List<Tried> tried = ScenarioRun.each(new Recommender(about(typed, whole.book(), path)), unread);
        return looked(
                typed,
                path,
                text,
                books.takenAway(school, owner, draft, unread.all()),
                DraftBook.notes(typed.whole(), whole.book()),
                tried,
                true);
    }

    /** The book with the scenarios that stand in a file or belong to its rules: to run all takes most of a second. */
    private static RuleBook about(DraftBooks.Typed typed, RuleBook book, String path) {
        Set<String> rules = new HashSet<>();
        for (Rule rule : book.rules()) {
            if (typed.owns(rule.place().file()).equals(path)) {
                rules.add(rule.name().toLowerCase(Locale.ROOT));
            }
        }
        List<Block> scenarios = book.scenarios().stream()
                .filter(block -> typed.owns(block.place().file()).equals(path)
                        || block.field("For")
                                .filter(rule ->
                                        rules.contains(rule.value().text().toLowerCase(Locale.ROOT)))
                                .isPresent())
                .toList();
        return new RuleBook(
                book.digest(), book.vocabulary(), book.catalogue(), book.strata(), scenarios, book.departures());
    }

    private static Looked looked(
            DraftBooks.Typed typed,
            String path,
            String text,
            List<Problem> found,
            List<Problem> notes,
            List<Tried> tried,
            boolean ran) {
        List<Problem> problems = own(typed, found);
        List<Looked.Shown> shown = tried.stream()
                .sorted(Comparator.comparing(Tried::passed))
                .map(one -> shown(typed, one))
                .toList();
        List<Problem> here = Stream.concat(problems.stream(), shown.stream().flatMap(one -> one.problems().stream()))
                .filter(problem -> problem.place().file().equals(path))
                .toList();
        return new Looked(
                here.stream()
                        .limit(LISTED)
                        .map(problem -> new Looked.Wrong(problem, Fixes.of(problem, text)))
                        .toList(),
                Math.max(0, here.size() - LISTED),
                (int) problems.stream()
                        .filter(problem -> !problem.place().file().equals(path))
                        .count(),
                notes.stream()
                        .filter(note -> note.place().file().equals(path))
                        .limit(LISTED)
                        .toList(),
                ran,
                shown,
                (int) shown.stream().filter(Looked.Shown::failed).count());
    }

    private static Looked.Shown shown(DraftBooks.Typed typed, Tried tried) {
        Scenario scenario = tried.scenario();
        return new Looked.Shown(
                scenario.name(),
                scenario.rule(),
                typed.owns(scenario.place().file()),
                scenario.place().line(),
                own(typed, tried.problems()),
                tried.waitsFor());
    }

    private static List<Problem> own(DraftBooks.Typed typed, List<Problem> problems) {
        return problems.stream()
                .map(problem -> DraftBook.owned(typed.whole(), problem))
                .toList();
    }
}
