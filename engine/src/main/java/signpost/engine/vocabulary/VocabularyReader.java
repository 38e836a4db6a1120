package signpost.engine.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import signpost.engine.profile.Value;
import signpost.engine.text.Block;
import signpost.engine.text.Field;
import signpost.engine.text.Line;
import signpost.engine.text.Nearest;
import signpost.engine.text.Place;
import signpost.engine.text.Problems;

/** Makes a vocabulary of {@code Attribute:} blocks; every problem found goes to the problems given. */
public final class VocabularyReader {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final List<String> FIELDS =
            List.of("Called", "Kind", "Phrases", "Columns", "Also read", "Why held", "Special category", "Used for");

    private final Problems problems;
    private final Map<String, Place> keys = new HashMap<>();
    private final Map<String, Place> wordings = new HashMap<>();

    public VocabularyReader(Problems problems) {
        this.problems = problems;
    }

    public Vocabulary read(List<Block> blocks) {
        Map<String, List<Attribute>> topics = new LinkedHashMap<>();
        for (Block block : blocks) {
            attribute(block)
                    .ifPresent(attribute -> topics.computeIfAbsent(topic(block), topic -> new ArrayList<>())
                            .add(attribute));
        }
        return new Vocabulary(topics);
    }

    private static String topic(Block block) {
        String file = block.place().file();
        return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
    }

    private Optional<Attribute> attribute(Block block) {
        String key = block.title().text();
        int before = problems.size();
        if (!KEY.matcher(key).matches()) {
            problems.add(
                    block.title().place(),
                    "\"" + key + "\" cannot be an attribute's key.",
                    "Use small letters, digits and underscores, such as attendance_pct.");
        }
        unknownFields(block);
        Optional<Field> called = required(block, "Called");
        Optional<Kind> kind = required(block, "Kind").flatMap(new KindReader(problems)::read);
        take(keys, key.toLowerCase(Locale.ROOT), block.title().place());
        called.ifPresent(field -> take(
                wordings,
                field.value().text().toLowerCase(Locale.ROOT),
                field.value().place()));
        if (called.isEmpty() || kind.isEmpty() || problems.size() > before) {
            return Optional.empty();
        }
        Attribute bare = new Attribute(
                key,
                called.get().value().text(),
                kind.get(),
                List.of(),
                list(block, "Columns"),
                alsoRead(block),
                text(block, "Why held"),
                text(block, "Special category").equalsIgnoreCase("yes"));
        return Optional.of(new Attribute(
                bare.key(),
                bare.called(),
                bare.kind(),
                phrases(block, bare),
                bare.columns(),
                bare.alsoRead(),
                bare.whyHeld(),
                bare.specialCategory()));
    }

    private void unknownFields(Block block) {
        for (Field field : block.fields()) {
            if (FIELDS.stream().noneMatch(field::is)) {
                problems.add(
                        field.place(),
                        "\"" + field.name() + "\" is not part of an attribute.",
                        Nearest.to(field.name(), FIELDS)
                                .map(near -> "Did you mean \"" + near + "\"?")
                                .orElse("It may have: " + String.join(", ", FIELDS) + "."));
            }
        }
    }

    private Optional<Field> required(Block block, String name) {
        Optional<Field> field =
                block.field(name).filter(found -> !found.value().text().isEmpty());
        if (field.isEmpty()) {
            problems.add(block.place(), "The attribute \"" + block.title().text() + "\" has no \"" + name + ":\".");
        }
        return field;
    }

    private List<Phrase> phrases(Block block, Attribute attribute) {
        List<Phrase> phrases = new ArrayList<>();
        for (Line line : block.field("Phrases").map(Field::body).orElse(List.of())) {
            int equals = line.text().lastIndexOf('=');
            String text = (equals < 0 ? line.text() : line.text().substring(0, equals)).strip();
            take(wordings, text.toLowerCase(Locale.ROOT), line.place());
            if (text.contains(Phrase.PLACEHOLDER)) {
                phrases.add(new Phrase(text, List.of()));
            } else if (equals < 0) {
                problems.add(
                        line.place(),
                        "The phrase \"" + text + "\" does not say which value it stands for.",
                        "Write it as: " + text + " = VALUE.");
            } else {
                phrases.add(new Phrase(text, values(attribute, line, line.text().substring(equals + 1))));
            }
        }
        return phrases;
    }

    private List<String> values(Attribute attribute, Line line, String written) {
        List<String> values = new ArrayList<>();
        for (String word : written.split("(?i)\\s+or\\s+|,", -1)) {
            Reading reading = ValueReader.read(attribute, word);
            if (reading instanceof Reading.Read read) {
                Value value = read.value();
                values.add(value.canonical());
            } else {
                problems.add(
                        line.place(),
                        "\"" + word.strip() + "\" "
                                + (reading instanceof Reading.Refused refused ? refused.message() : "is empty") + ".");
            }
        }
        return values;
    }

    private Map<String, String> alsoRead(Block block) {
        Map<String, String> also = new LinkedHashMap<>();
        for (String pair : list(block, "Also read")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                problems.add(block.place(), "\"" + pair + "\" under \"Also read\" is not OTHER = VALUE.");
            } else {
                also.put(
                        pair.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        pair.substring(equals + 1).strip());
            }
        }
        return also;
    }

    private void take(Map<String, Place> taken, String word, Place place) {
        Place earlier = taken.putIfAbsent(word, place);
        if (earlier != null && !earlier.equals(place)) {
            problems.add(place, "\"" + word + "\" is already taken, at " + earlier + ".", "Choose other words.");
        }
    }

    private static String text(Block block, String name) {
        return block.field(name).map(field -> field.value().text()).orElse("");
    }

    private static List<String> list(Block block, String name) {
        return Arrays.stream(text(block, name).split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The block keyword this reader takes. */
    public static Set<String> headers() {
        return Set.of("Attribute");
    }
}
