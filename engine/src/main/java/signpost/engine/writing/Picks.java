package signpost.engine.writing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import signpost.engine.rulebook.Condition;
import signpost.engine.text.Line;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Reading;
import signpost.engine.vocabulary.ValueReader;

/** Conditions picked from a form: what it offers, how a pick is said, and which pick a line is. */
public final class Picks {

    /** Verbs whose values are days: the same day can be said in several ways. */
    private static final Set<Slot.Kind> SAID_OTHERWISE = Set.of(Slot.Kind.DAY, Slot.Kind.SPAN);

    private final Words words;
    private final LineReader reader;
    private final Sentences sentences;
    private final List<Matter> matters;

    public Picks(Words words) {
        this.words = words;
        this.reader = new LineReader(words);
        this.sentences = new Sentences(words.vocabulary());
        this.matters = Matters.of(words);
    }

    /** Everything a condition can speak of: attributes by topic, then the calendar, flags, scores and interventions. */
    public List<Matter> matters() {
        return matters;
    }

    /** The line for a pick, in the vocabulary's own wording where it has one. What is said here is read as the same pick. */
    public Saying say(Pick pick) {
        List<String> ways = sentences.of(pick);
        Optional<String> best = ways.stream().filter(way -> says(way, pick)).findFirst();
        if (best.isPresent()) {
            return new Saying.Said(best.get());
        }
        return new Saying.Refused(ways.stream()
                .map(way -> understand(way).trouble())
                .filter(trouble -> !trouble.isEmpty())
                .findFirst()
                .orElse("Choose what is still missing."));
    }

    /** The pick a line says; nothing where it is not understood, or says what no form offers. */
    public Optional<Pick> read(String line) {
        return understand(line).condition().flatMap(this::read);
    }

    Optional<Pick> read(Condition condition) {
        return Picked.of(condition)
                .filter(pick -> say(pick) instanceof Saying.Said said && means(said.line(), condition.id()));
    }

    private boolean means(String line, String id) {
        return understand(line)
                .condition()
                .filter(condition -> condition.id().equals(id))
                .isPresent();
    }

    Understood understand(String line) {
        String text = Sentences.clean(line);
        return text.isEmpty()
                ? new Understood(Optional.empty(), List.of())
                : reader.understand(new Line("", 1, 0, text));
    }

    private List<String> ways(Pick pick) {
        return sentences.of(pick).stream().filter(way -> says(way, pick)).toList();
    }

    private boolean says(String way, Pick pick) {
        return understand(way)
                .condition()
                .flatMap(Picked::of)
                .filter(read -> same(pick, read))
                .isPresent();
    }

    /** The best way to say a pick, and the best that begins with a name; nothing that would be read otherwise. */
    List<String> waysBeginning(String called, Pick pick) {
        return twoOf(ways(pick), called);
    }

    /** Likewise of a pick whose values still stand open, whatever it would be read as. */
    List<String> openWaysBeginning(String called, Pick pick) {
        return twoOf(sentences.of(pick), called);
    }

    private static List<String> twoOf(List<String> ways, String called) {
        Stream<String> named =
                ways.stream().filter(way -> way.startsWith(called + " ")).limit(1);
        return Stream.concat(ways.stream().limit(1), named).distinct().toList();
    }

    private boolean same(Pick wanted, Pick read) {
        return wanted.sort() == read.sort()
                && Sentences.clean(wanted.key()).equals(read.key())
                && wanted.verb() == read.verb()
                && wanted.not() == read.not()
                && sameValues(wanted, read);
    }

    private boolean sameValues(Pick wanted, Pick read) {
        boolean days = offer(wanted).stream()
                .flatMap(offer -> offer.slots().stream())
                .anyMatch(slot -> SAID_OTHERWISE.contains(slot.kind()));
        if (days) {
            return wanted.values().size() == read.values().size();
        }
        boolean ordered = wanted.verb().template().contains("{1}");
        List<String> one = plain(wanted);
        List<String> other = plain(read);
        return ordered ? one.equals(other) : new HashSet<>(one).equals(new HashSet<>(other));
    }

    private Optional<Offer> offer(Pick pick) {
        return matters.stream()
                .filter(matter -> matter.sort() == pick.sort() && matter.key().equals(pick.key()))
                .flatMap(matter -> matter.offers().stream())
                .filter(offer -> offer.verb() == pick.verb())
                .findFirst();
    }

    /** The values as the vocabulary keeps them: {@code 90.0} is {@code 90}; nothing chosen is the same as none. */
    private List<String> plain(Pick pick) {
        Optional<Attribute> attribute =
                pick.sort() == Sort.ATTRIBUTE ? words.vocabulary().byKey(pick.key()) : Optional.empty();
        List<String> plain = new ArrayList<>();
        for (String value : pick.values()) {
            String text = Sentences.clean(value);
            if (!text.isEmpty()) {
                plain.add(attribute.map(of -> canonical(of, text)).orElse(text));
            }
        }
        return plain;
    }

    private static String canonical(Attribute attribute, String value) {
        return ValueReader.read(attribute, value) instanceof Reading.Read read
                ? read.value().canonical()
                : value;
    }
}
