package signpost.api.caseload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.api.pages.Capital;
import signpost.api.recommendations.Sight;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Kind;

/** What a person may choose by, in words, with the number of students each choice would leave. */
final class Choosing {

    /**
     * A thing to choose by.
     *
     * @param field its name in the form and the address
     */
    record Field(String field, String words, List<Option> options) {}

    /** A choice; its value is empty for any. */
    record Option(String value, String words, boolean chosen) {}

    private static final Map<String, String> STUDENTS = Map.of(By.LEFT, "Have left", By.EVERYBODY, "Everybody");
    private static final Map<String, String> SINCE =
            Map.of("changed", "Reasons changed since", "never", "Not looked at yet");
    private static final Map<String, String> STATUS = Map.of(
            "waiting", "Waiting for a decision",
            "deferred", "Deferred",
            "accepted", "Accepted, to do",
            "delivered", "Delivered this term",
            "nothing", "Nothing open");
    private static final Map<String, String> CARE = Map.of("Y", "In care", "N", "Not in care");

    private final RuleBook rules;
    private final Sight sight;

    Choosing(RuleBook rules, Sight sight) {
        this.rules = rules;
        this.sight = sight;
    }

    /** Whether this person may choose that: no list may tell what a page would not. */
    boolean may(By by, String value) {
        return sight.seesEverything()
                || (!by.tellsSpecialCategory() && (by != By.FLAG || sight.seesEveryReasonOf(value)));
    }

    List<Field> fields(Filter filter, Counts counts, List<By> wanted) {
        return wanted.stream()
                .filter(by -> sight.seesEverything() || !by.tellsSpecialCategory())
                .map(by -> new Field(by.key(), by.words(), options(by, filter, counts)))
                .toList();
    }

    private List<Option> options(By by, Filter filter, Counts counts) {
        String chosen = filter.by(by)
                .filter(value -> by != By.WHOSE || counts.mine() > 0 || !value.equals(By.EVERYBODY))
                .orElse("");
        List<Option> options = new ArrayList<>();
        options.add(new Option("", any(by, counts), chosen.isEmpty()));
        boolean listed = chosen.isEmpty();
        for (String value : values(by, counts)) {
            String key = by == By.WHOSE ? value.replaceFirst(" .*", "") : value;
            boolean mine = key.equals(chosen);
            int students = students(by, value, filter, counts);
            if (may(by, value) && (students > 0 || mine)) {
                options.add(new Option(key, words(by, value) + " (" + students + ")", mine));
                listed |= mine;
            }
        }
        if (!listed) {
            options.add(new Option(chosen, words(by, chosen) + " (0)", true));
        }
        return options;
    }

    /** Those with a handful of choices in their own order, what is not known last. */
    private static List<String> values(By by, Counts counts) {
        return switch (by) {
            case WHOSE -> whose(counts);
            case STUDENTS -> List.of(By.LEFT, By.EVERYBODY);
            case STATUS -> List.of("waiting", "deferred", "accepted", "delivered", "nothing");
            case SINCE -> List.of("changed", "never");
            case SEND -> List.of("E", "K", "N", By.UNKNOWN);
            case CARE -> List.of("Y", "N", By.UNKNOWN);
            default ->
                counts.of(by).stream()
                        .map(Counts.Choice::value)
                        .filter(value -> !value.isEmpty())
                        .toList();
        };
    }

    /** Somebody who answers for no student is shown everybody's anyway. */
    private static List<String> whose(Counts counts) {
        Stream<String> advisers = counts.of(By.WHOSE).stream()
                .map(Counts.Choice::value)
                .filter(value -> value.contains(" "))
                .sorted(Comparator.comparing(value -> value.substring(value.indexOf(' '))));
        Stream<String> others = counts.mine() > 0 ? Stream.of(By.EVERYBODY, By.NOBODY) : Stream.of(By.NOBODY);
        return Stream.concat(others, advisers).toList();
    }

    /** Of those with nothing open, an intervention leaves all but the ones it is open for. */
    private static int students(By by, String value, Filter filter, Counts counts) {
        boolean nothing = by == By.INTERVENTION
                && filter.by(By.STATUS).filter("nothing"::equals).isPresent();
        return nothing ? counts.anyhow() - counts.of(by, value) : counts.of(by, value);
    }

    private static String any(By by, Counts counts) {
        int students = counts.of(by, "");
        return switch (by) {
            case WHOSE -> (counts.mine() > 0 ? "Mine (" : "Everybody's (") + students + ")";
            case STUDENTS -> "Current (" + students + ")";
            case YEAR -> "All years (" + students + ")";
            case GROUP -> "All groups (" + students + ")";
            case SEND, CARE -> "All (" + students + ")";
            case STATUS, INTERVENTION -> "Any";
            case FLAG -> "Any or none";
            case SINCE -> "Whenever";
        };
    }

    private String words(By by, String value) {
        return switch (by) {
            case WHOSE -> whose(value);
            case STUDENTS -> STUDENTS.getOrDefault(value, value);
            case YEAR -> value.equals(By.UNKNOWN) ? "Not known" : "Year " + value;
            case GROUP -> value.equals(By.UNKNOWN) ? "No tutor group" : value;
            case STATUS -> STATUS.getOrDefault(value, value);
            case FLAG -> value;
            case INTERVENTION -> rules.catalogue().title(value);
            case SEND -> value.equals(By.UNKNOWN) ? "Not known" : send(value);
            case CARE -> CARE.getOrDefault(value, "Not known");
            case SINCE -> SINCE.getOrDefault(value, value);
        };
    }

    /** @param value an adviser's id and name, or their id alone where no student of theirs is left */
    private static String whose(String value) {
        return switch (value) {
            case By.EVERYBODY -> "Everybody's";
            case By.NOBODY -> "Nobody's";
            default -> value.contains(" ") ? value.substring(value.indexOf(' ') + 1) : "A colleague's";
        };
    }

    /** The filter in words, such as {@code Year 11, Waiting for a decision}. */
    String words(Filter filter) {
        List<String> words = new ArrayList<>();
        filter.chosen().forEach((by, value) -> words.add(words(by, value)));
        return String.join(", ", words);
    }

    private String send(String code) {
        Optional<Attribute> attribute = rules.vocabulary().byKey("sen_provision");
        String label = attribute
                .map(Attribute::kind)
                .map(Kind::labels)
                .map(labels -> labels.getOrDefault(code, code))
                .orElse(code);
        return Capital.first(label);
    }
}
