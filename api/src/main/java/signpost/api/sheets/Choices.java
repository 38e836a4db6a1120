package signpost.api.sheets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import signpost.engine.rulebook.BookReader;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Kind;

/** What may stand in the cells of a column, as far as it is a list; a cell may hold other words too. */
final class Choices {

    /** More than this nobody picks from a list. */
    private static final int MOST = 300;

    private static final Set<String> CLOSED = Set.of("severity", "lasting", "repeats", "interview", "term", "for");

    private final String path;
    private final Optional<RuleBook> book;

    /** @param book whose codes are offered; without one only what every book has */
    Choices(String path, Optional<RuleBook> book) {
        this.path = path;
        this.book = book;
    }

    /** Nothing for a column of free words. */
    List<String> of(String heading) {
        String word = heading.strip().toLowerCase(Locale.ROOT);
        List<String> choices = path.startsWith("catalogue/")
                ? ofCatalogue(word)
                : path.endsWith(BookReader.SCENARIOS) ? ofScenario(word, heading) : ofRule(word, heading);
        return choices.size() > MOST ? List.of() : choices;
    }

    /** Whether a cell of the column holds one of its choices or nothing. */
    boolean closed(String heading) {
        return CLOSED.contains(heading.strip().toLowerCase(Locale.ROOT));
    }

    private List<String> ofCatalogue(String word) {
        boolean reasons = path.equals(BookReader.OVERRIDE_REASONS);
        return switch (word) {
            case "lasting" -> reasons ? List.of("yes", "year", "no") : List.of();
            case "repeats" -> List.of("yes", "no");
            case "interview" -> List.of("guidance", "tutor", "leaver");
            case "terms" -> List.of("any", "autumn", "spring", "summer");
            default -> List.of();
        };
    }

    private List<String> ofScenario(String word, String heading) {
        return switch (word) {
            case "for" ->
                book.stream()
                        .flatMap(found -> found.rules().stream())
                        .map(Rule::name)
                        .distinct()
                        .sorted()
                        .toList();
            case "term" -> List.of("autumn", "spring", "summer");
            default -> ofAttribute(heading, "yes", "no");
        };
    }

    private List<String> ofRule(String word, String heading) {
        return switch (word) {
            case "severity" -> List.of("low", "medium", "high");
            case "recommend", "rule out" ->
                book.stream()
                        .flatMap(found -> found.catalogue().interventions().stream())
                        .map(one -> one.code())
                        .toList();
            default -> word.startsWith("flag:") ? List.of("Y", "N") : ofAttribute(heading, "Y", "N");
        };
    }

    private List<String> ofAttribute(String heading, String yes, String no) {
        Optional<Attribute> found = book.map(RuleBook::vocabulary)
                .flatMap(words -> words.byCalled(heading)
                        .or(() -> words.byCalled("the " + heading))
                        .or(() -> words.byColumn(heading)));
        if (found.isEmpty()) {
            return List.of();
        }
        return found.get().kind() instanceof Kind.YesNo
                ? List.of(yes, no)
                : List.copyOf(found.get().kind().labels().keySet());
    }
}
