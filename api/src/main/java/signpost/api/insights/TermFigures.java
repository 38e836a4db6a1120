package signpost.api.insights;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import signpost.api.terms.SchoolTerm;

/**
 * The figures of a term.
 *
 * @param frozen whether they were kept when the term closed; otherwise they are of now
 */
public record TermFigures(SchoolTerm term, boolean frozen, List<Figure> figures) {

    static final Comparator<String> YOUNGEST_FIRST =
            Comparator.comparing(year -> year.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(year));

    public TermFigures {
        figures = List.copyOf(figures);
    }

    /** Students of a band, of a year group or of all. */
    public int students(Measure measure, Band band, Optional<String> year) {
        return figures.stream()
                .filter(figure -> figure.measure() == measure && figure.band().equals(band.key()))
                .filter(figure -> year.map(figure.year()::equals).orElse(true))
                .mapToInt(Figure::students)
                .sum();
    }

    /** The year groups there are, the youngest first; an empty one where it is not known. */
    public List<String> years() {
        return figures.stream()
                .map(Figure::year)
                .distinct()
                .sorted(YOUNGEST_FIRST)
                .toList();
    }
}
