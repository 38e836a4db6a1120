package signpost.engine.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import signpost.engine.text.Shape;

/** Makes a vocabulary of {@code Attribute:} blocks; every problem found goes to the problems given. */
public final class VocabularyReader {

    /** {@code Attribute:}. */
    public static final Shape SHAPE = new Shape(
            "Attribute",
            List.of(
                    "Called",
                    "Kind",
                    "Also read",
                    "Phrases",
                    "Columns",
                    "Worked out",
                    "Why held",
                    "To the student",
                    "Special category",
                    "Protected",
                    "Can change",
                    "Used for"),
            Set.of("Phrases"),
            true,
            Set.of(),
            Set.of());

    private static final List<String> FIELDS = SHAPE.fields();
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final Problems problems;
    private final Map<String, Place> keys = new HashMap<>();
    private final Map<String, String> columns = new HashMap<>();
    private final Map<String, Place> wordings = new HashMap<>();

    public VocabularyReader(Problems problems) {
        this.problems = problems;
    }

    public Vocabulary read(List<Block> blocks) {
        Map<String, List<Attribute>> topics = new LinkedHashMap<>();
        for (Block block : blocks) {
            if (problems.full()) {
                break;
            }
            attribute(block)
                    .ifPresent(attribute -> topics.computeIfAbsent(topic(block), topic -> new ArrayList<>())
                            .add(attribute));
        }
        return new Vocabulary(new Derivations(blocks, problems).into(topics));
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
        takeColumns(block, key);
        boolean special = yesNo(block, "Special category", false);
        Optional<String> characteristic = characteristic(block);
        boolean canChange = yesNo(block, "Can change", true);
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
                text(block, "To the student"),
                special,
                characteristic,
                canChange);
        checkAlsoRead(block, bare);
        return Optional.of(new Attribute(
                bare.key(),
                bare.called(),
                bare.kind(),
                phrases(block, bare),
                bare.columns(),
                bare.alsoRead(),
                bare.whyHeld(),
                bare.toStudent(),
                bare.specialCategory(),
                bare.protectedCharacteristic(),
                bare.canChange()));
    }

    private void unknownFields(Block block) {
        Set<String> seen = new HashSet<>();
        for (Field field : block.fields()) {
            if (!seen.add(field.name().toLowerCase(Locale.ROOT))) {
                problems.add(field.place(), "This attribute has \"" + field.name() + "\" twice.", "Keep one of them.");
            }
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
            problems.add(
                    block.place(),
                    "The attribute \"" + block.title().text() + "\" has no \"" + name + "\".",
                    name.equals("Kind")
                            ? "Say what values it has, for example \"Kind: yes or no\"."
                            : "Say how rules name it, for example \"Called: attendance\".");
        }
        return field;
    }

    private List<Phrase> phrases(Block block, Attribute attribute) {
        List<Phrase> phrases = new ArrayList<>();
        for (Line line : block.field("Phrases").map(Field::body).orElse(List.of())) {
            int equals = line.text().lastIndexOf('=');
            String text = (equals < 0 ? line.text() : line.text().substring(0, equals)).strip();
            take(wordings, text.toLowerCase(Locale.ROOT), line.place());
            if (text.contains(Phrase.PLACEHOLDER) && equals >= 0) {
                problems.add(
                        line.place(),
                        "The phrase \"" + text + "\" takes its values where " + Phrase.PLACEHOLDER + " stands.",
                        "Take what begins with = away, or write the phrase without " + Phrase.PLACEHOLDER + ".");
            } else if (text.contains(Phrase.PLACEHOLDER)) {
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
                                + (reading instanceof Reading.Refused refused ? refused.message() : "is empty") + ".",
                        "After the = stands a value of this attribute.");
            }
        }
        return values;
    }

    /** An import must not have to guess which of two attributes a column holds. */
    private void takeColumns(Block block, String key) {
        Set<String> own = new LinkedHashSet<>();
        own.add(Vocabulary.bare(key));
        list(block, "Columns").forEach(column -> own.add(Vocabulary.bare(column)));
        for (String column : own) {
            String earlier = columns.putIfAbsent(column, key);
            if (earlier != null && !earlier.equals(key)) {
                problems.add(
                        block.field("Columns").map(Field::place).orElse(block.place()),
                        "The column \"" + column + "\" is already read as \"" + earlier + "\".",
                        "A column can fill one attribute only: take it away from one of them.");
            }
        }
    }

    private Optional<String> characteristic(Block block) {
        String words = text(block, "Protected");
        Optional<String> read = Protected.read(words);
        if (!words.isEmpty() && read.isEmpty()) {
            problems.add(
                    block.field("Protected").map(Field::value).map(Line::place).orElse(block.place()),
                    "\"" + words + "\" is not a characteristic that the Equality Act protects.",
                    Nearest.to(words, Protected.CHARACTERISTICS)
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse("It protects: " + String.join(", ", Protected.CHARACTERISTICS) + "."));
        }
        return read;
    }

    private boolean yesNo(Block block, String name, boolean otherwise) {
        String answer = text(block, name);
        if (!answer.isEmpty() && !answer.equalsIgnoreCase("yes") && !answer.equalsIgnoreCase("no")) {
            problems.add(
                    block.field(name).map(Field::value).map(Line::place).orElse(block.place()),
                    "\"" + answer + "\" is neither yes nor no.",
                    "Write \"" + name + ": yes\" or leave the line out.");
        }
        return answer.isEmpty() ? otherwise : answer.equalsIgnoreCase("yes");
    }

    private void checkAlsoRead(Block block, Attribute attribute) {
        attribute.alsoRead().forEach((other, value) -> {
            if (ValueReader.read(attribute, value) instanceof Reading.Refused refused) {
                problems.add(
                        block.field("Also read").map(Field::place).orElse(block.place()),
                        "\"" + other + "\" would be read as \"" + value + "\", which " + refused.message() + ".",
                        "Write OTHER = VALUE with a value of this attribute.");
            }
        });
    }

    private Map<String, String> alsoRead(Block block) {
        Map<String, String> also = new LinkedHashMap<>();
        for (String pair : list(block, "Also read")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                problems.add(
                        block.field("Also read").map(Field::place).orElse(block.place()),
                        "\"" + pair + "\" under \"Also read\" does not say what it would be read as.",
                        "Write OTHER = VALUE with a value of this attribute, such as ja = yes.");
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
