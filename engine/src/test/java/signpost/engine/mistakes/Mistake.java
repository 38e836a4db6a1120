package signpost.engine.mistakes;

import java.util.List;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.text.Problem;

/**
 * Something people get wrong in a book.
 *
 * @param name what it is, unique in the catalogue
 * @param book files that hold this mistake and no other
 * @param told every problem that checking the book must find, in order
 */
public record Mistake(String name, BookFiles book, List<Problem> told) {

    public Mistake {
        told = List.copyOf(told);
    }

    @Override
    public String toString() {
        return name;
    }
}
