package signpost.api.drafts;

import java.util.List;
import java.util.Optional;
import signpost.engine.analysis.Analysis;
import signpost.engine.analysis.Finding;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.scenario.CheckedBook;
import signpost.engine.text.Place;
import signpost.engine.text.Problem;

/**
 * A draft's files and what came of checking the book they make.
 *
 * @param own the owner's own files
 * @param whole the book as the school would judge by it
 * @param checked every check of the whole, its scenarios included
 * @param readable ready to judge though scenarios may fail, to be tried and compared; empty while it does not read
 */
public record DraftBook(BookFiles own, BookFiles whole, CheckedBook checked, Optional<Recommender> readable) {

    private static final String SCHOOLS = "school/";

    /** The same, refused for the same reasons in other words. */
    DraftBook refused(List<Problem> problems) {
        return new DraftBook(own, whole, new CheckedBook.Refused(problems), readable);
    }

    /** Ready to be put in force; empty while anything is wrong, a scenario included. */
    public Optional<Recommender> recommender() {
        return checked instanceof CheckedBook.Ready ready ? Optional.of(ready.recommender()) : Optional.empty();
    }

    /** How many scenarios came out as written; 0 while anything is wrong. */
    public int scenarios() {
        return checked instanceof CheckedBook.Ready ready ? ready.scenarios() - ready.waiting() : 0;
    }

    /** How many scenarios are put aside until a rule that is switched off is on again; 0 while anything is wrong. */
    public int waiting() {
        return checked instanceof CheckedBook.Ready ready ? ready.waiting() : 0;
    }

    /** What is wrong, by the owner's own paths; what is wrong in a trust's file beneath keeps {@code trust/}. */
    public List<Problem> problems() {
        return checked instanceof CheckedBook.Refused refused
                ? refused.problems().stream()
                        .map(problem -> owned(whole, problem))
                        .toList()
                : List.of();
    }

    /** What nothing forbids but somebody should look at: words that say otherwise than their rules, and rules that wait. */
    public List<Problem> notes() {
        return readable.map(recommender -> notes(whole, recommender.book())).orElse(List.of());
    }

    /** The same of a book that was read from these files. */
    static List<Problem> notes(BookFiles whole, RuleBook book) {
        return Analysis.ofWords(book).stream()
                .map(Finding::problem)
                .map(problem -> owned(whole, problem))
                .toList();
    }

    /** A problem of the whole book by the path the owner knows. */
    static Problem owned(BookFiles whole, Problem problem) {
        Place place = problem.place();
        String file = own(whole, place.file());
        return file.equals(place.file())
                ? problem
                : new Problem(
                        new Place(file, place.line(), place.column(), place.cell()),
                        problem.message(),
                        problem.advice());
    }

    /** A path of the whole book as the owner of the upper layer calls it. */
    static String own(BookFiles whole, String path) {
        return whole.layered() && path.startsWith(SCHOOLS) ? path.substring(SCHOOLS.length()) : path;
    }
}
