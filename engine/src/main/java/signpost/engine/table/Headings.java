package signpost.engine.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.engine.text.Nearest;
import signpost.engine.text.Problems;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Vocabulary;

/** Reads the header row: which column holds which attribute, and which what a rule does. */
final class Headings {

    private static final Pattern FLAGGED = Pattern.compile("flag: ?(.{1,80})", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_SCORE =
            Pattern.compile("(?:the )?(.{1,31}) (score|points)", Pattern.CASE_INSENSITIVE);

    /** What rules take for the name of a score. */
    static final Pattern SCORE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9 _-]{0,30}");

    static final String NO_SCORE = " cannot be the name of a score.";
    static final String SCORE_ADVICE =
            "Begin with a letter, then use letters, digits, spaces, - and _, at most 31 in all.";

    private final Vocabulary vocabulary;
    private final Problems problems;

    Headings(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    SortedMap<Integer, Heading> read(Row header) {
        if (header.all().stream().allMatch(cell -> heading(cell.text()).isEmpty())) {
            problems.add(
                    header.first().place(),
                    "The first row with several cells names the columns, and here none of them is a column Signpost knows.",
                    "Put a row above the rules: Rule, the attributes, and what the rules do.");
            return new TreeMap<>();
        }
        SortedMap<Integer, Heading> headings = new TreeMap<>();
        Set<Heading.Parts> taken = EnumSet.noneOf(Heading.Parts.class);
        header.cells().forEach((column, cell) -> {
            Optional<Heading> heading = heading(cell.text());
            if (heading.isEmpty()) {
                problems.add(
                        cell.place(),
                        "\"" + cell.text() + "\" is not a column Signpost knows.",
                        Nearest.to(cell.text(), known())
                                .map(near -> "Did you mean \"" + near + "\"?")
                                .orElse("Head it with the name of an attribute, or with one of: "
                                        + String.join(", ", words()) + ". Begin notes to the reader with #."));
            } else if (heading.get() instanceof Heading.Part part && !taken.add(part.part())) {
                problems.add(
                        cell.place(),
                        "There is already a column \"" + part.part().words() + "\".",
                        "Put both together.");
            } else if (heading.get() instanceof Heading.Points points) {
                checkScore(points, cell, headings);
            }
            heading.ifPresent(found -> headings.put(column, found));
        });
        return headings;
    }

    /** Points of two columns would be added up where somebody meant one of them. */
    private void checkScore(Heading.Points points, Cell cell, SortedMap<Integer, Heading> before) {
        if (!points.score().isEmpty() && !SCORE_NAME.matcher(points.score()).matches()) {
            problems.add(cell.place(), "\"" + points.score() + "\"" + NO_SCORE, SCORE_ADVICE);
        } else if (before.containsValue(points)) {
            problems.add(cell.place(), "There is already a column \"" + cell.text() + "\".", "Put both together.");
        }
    }

    /** The part that this word heads, if it heads one. */
    static Optional<Heading.Parts> part(String word) {
        return Arrays.stream(Heading.Parts.values())
                .filter(part -> Vocabulary.bare(part.words()).equals(Vocabulary.bare(word)))
                .findFirst();
    }

    private Optional<Heading> heading(String word) {
        Optional<Heading.Parts> part = part(word);
        if (part.isPresent()) {
            return part.map(Heading.Part::new);
        }
        if (word.equalsIgnoreCase("Points")) {
            return Optional.of(new Heading.Points(""));
        }
        if (word.equalsIgnoreCase("When")) {
            return Optional.of(new Heading.Sentence());
        }
        Optional<Attribute> attribute = attribute(word);
        if (attribute.isPresent()) {
            return attribute.map(Heading.OfAttribute::new);
        }
        Matcher flag = FLAGGED.matcher(word);
        if (flag.matches()) {
            return Optional.of(new Heading.OfFlag(flag.group(1)));
        }
        Matcher score = OF_SCORE.matcher(word);
        if (score.matches()) {
            return Optional.of(
                    score.group(2).equalsIgnoreCase("score")
                            ? new Heading.OfScore(score.group(1))
                            : new Heading.Points(score.group(1)));
        }
        return Optional.empty();
    }

    private Optional<Attribute> attribute(String word) {
        return vocabulary
                .byCalled(word)
                .or(() -> vocabulary.byCalled("the " + word))
                .or(() -> vocabulary.byColumn(word));
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>(
                Arrays.stream(Heading.Parts.values()).map(Heading.Parts::words).toList());
        words.addAll(List.of("Points", "When", "Flag: NAME", "NAME score", "NAME points"));
        return words;
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(words());
        vocabulary.attributes().forEach(attribute -> {
            known.add(attribute.key());
            known.add(attribute.title());
            known.addAll(attribute.columns());
        });
        return known;
    }
}
