package signpost.api.worth;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import signpost.api.rulebooks.Topics;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Departure;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.vocabulary.Attribute;

/**
 * A rule book for people who are not at the school: every rule in sentences, and what it reads of students.
 *
 * @param school whose students it is about
 * @param version which version, by whom it was written
 * @param digest the first characters of what identifies the files
 * @param day on which it was printed
 * @param used what some rule reads
 * @param unused what the school can hold and no rule reads
 */
record BookDocument(
        String school,
        String version,
        String digest,
        String day,
        int rules,
        List<Topics.Topic> topics,
        List<Departure> departures,
        List<Datum> used,
        List<Datum> unused,
        List<String> reasons) {

    /**
     * Something that can be known of a student.
     *
     * @param special whether it is special-category data
     * @param characteristic which protected characteristic it tells or comes near to; often empty
     * @param rules how many rules read it
     */
    record Datum(String title, String why, boolean special, String characteristic, long rules) {}

    BookDocument {
        topics = List.copyOf(topics);
        departures = List.copyOf(departures);
        used = List.copyOf(used);
        unused = List.copyOf(unused);
        reasons = List.copyOf(reasons);
    }

    static BookDocument of(RuleBook book, String school, String version, String day) {
        List<Set<String>> reads = book.rules().stream().map(BookDocument::reads).toList();
        Function<Attribute, Long> times = attribute ->
                reads.stream().filter(one -> one.contains(attribute.key())).count();
        List<Datum> data = book.vocabulary().attributes().stream()
                .map(attribute -> new Datum(
                        attribute.title(),
                        attribute.whyHeld(),
                        attribute.specialCategory(),
                        attribute.protectedCharacteristic().orElse(""),
                        times.apply(attribute)))
                .toList();
        return new BookDocument(
                school,
                version,
                book.digest().substring(0, 12),
                day,
                book.rules().size(),
                Topics.of(book),
                book.departures(),
                data.stream().filter(datum -> datum.rules() > 0).toList(),
                data.stream().filter(datum -> datum.rules() == 0).toList(),
                book.catalogue().reasons().stream()
                        .map(reason -> reason.label().substring(0, 1).toLowerCase(Locale.UK)
                                + reason.label().substring(1))
                        .toList());
    }

    /** What some rule reads that is special-category data. */
    public List<Datum> special() {
        return used.stream().filter(Datum::special).toList();
    }

    /** What some rule reads that tells a protected characteristic, or comes near to it. */
    public List<Datum> near() {
        return used.stream().filter(datum -> !datum.characteristic().isEmpty()).toList();
    }

    /** The keys of what a rule reads, and of what that is worked out from. */
    private static Set<String> reads(Rule rule) {
        Stream<Attribute> asked = rule.allConditions().flatMap(BookDocument::asked);
        return Stream.concat(asked, rule.because().attributes())
                .flatMap(Attribute::withInputs)
                .map(Attribute::key)
                .collect(Collectors.toSet());
    }

    private static Stream<Attribute> asked(Condition condition) {
        if (condition instanceof Condition.OfAttribute of) {
            return Stream.of(of.attribute());
        }
        return condition instanceof Condition.Changed changed ? Stream.of(changed.attribute()) : Stream.empty();
    }
}
