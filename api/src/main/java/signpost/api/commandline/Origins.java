package signpost.api.commandline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.engine.rulebook.Origin;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;

/** Says rule by rule whose it is, in a trust's book with a school's additions. */
final class Origins {

    private Origins() {}

    /** A line for every rule and for every one switched off: where the school had a hand first, then by name. */
    static List<String> lines(RuleBook book) {
        return Stream.concat(
                        book.rules().stream().map(rule -> rule.name() + ": " + whose(book, rule)),
                        book.departures().stream()
                                .filter(departure -> departure.schools().isEmpty())
                                .map(departure -> departure.trusts().name()
                                        + ": the trust's, switched off by the school: " + departure.why()))
                .sorted(Comparator.comparing((String line) -> line.endsWith(": " + Origin.TRUST.words()))
                        .thenComparing(String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static String whose(RuleBook book, Rule rule) {
        if (!book.layered()) {
            return "of this book";
        }
        return rule.origin().words()
                + book.departures().stream()
                        .filter(departure -> departure.schools().equals(Optional.of(rule)))
                        .map(departure -> ": " + departure.why())
                        .findFirst()
                        .orElse("");
    }
}
