package signpost.engine.writing;

import java.util.List;
import java.util.stream.Stream;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.rulebook.Consequence;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.vocabulary.Vocabulary;

/**
 * What rules can speak of.
 *
 * @param flags that rules raise, by name
 * @param scores that rules add points to, by name
 */
public record Words(Vocabulary vocabulary, Catalogue catalogue, List<String> flags, List<String> scores) {

    public Words {
        flags = sorted(flags.stream());
        scores = sorted(scores.stream());
    }

    /** What the rules of a book can speak of. */
    public static Words of(RuleBook book) {
        return new Words(
                book.vocabulary(),
                book.catalogue(),
                sorted(book.rules().stream().flatMap(Rule::flags).map(Consequence.RaiseFlag::flag)),
                sorted(book.rules().stream().flatMap(Rule::points).map(Consequence.AddPoints::score)));
    }

    private static List<String> sorted(Stream<String> names) {
        return names.distinct().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }
}
