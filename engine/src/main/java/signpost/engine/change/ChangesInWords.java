package signpost.engine.change;

import java.util.List;
import java.util.stream.Stream;
import signpost.engine.rulebook.RuleBook;

/** Tells two versions of a book apart in words, for a person who reads before approving. */
public final class ChangesInWords {

    private ChangesInWords() {}

    /**
     * What means something else, rules first. Comments, layout, the order of things and the file they stand in mean nothing;
     * {@link #filesDiffer} tells whether such changed.
     */
    public static List<BookChange> between(RuleBook before, RuleBook after) {
        return Stream.of(
                        RuleChanges.between(before, after),
                        CatalogueChanges.interventions(before.catalogue(), after.catalogue()),
                        CatalogueChanges.reasons(before.catalogue(), after.catalogue()),
                        AttributeChanges.between(before.vocabulary(), after.vocabulary()),
                        ScenarioChanges.between(before.scenarios(), after.scenarios()))
                .flatMap(List::stream)
                .toList();
    }

    /** Whether any file differs, be it by a comment alone. */
    public static boolean filesDiffer(RuleBook before, RuleBook after) {
        return !before.digest().equals(after.digest());
    }
}
