package signpost.engine.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.engine.text.Line;
import signpost.engine.text.Nearest;
import signpost.engine.text.Problems;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Vocabulary;

/** Reads the lines under {@code Because}. */
final class BecauseParser {

    private static final Pattern HOLE = Pattern.compile("\\{([^{}]{0,60})\\}");
    private static final String SCORE = " score";

    private final Vocabulary vocabulary;
    private final Problems problems;

    BecauseParser(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    Because parse(List<Line> lines, Set<String> scores) {
        List<Because.Part> parts = new ArrayList<>();
        for (Line line : lines) {
            if (!parts.isEmpty()) {
                parts.add(new Because.Plain(" "));
            }
            parse(line, scores, parts);
        }
        return new Because(parts);
    }

    private void parse(Line line, Set<String> scores, List<Because.Part> parts) {
        Matcher hole = HOLE.matcher(line.text());
        int from = 0;
        while (hole.find()) {
            plain(line, from, hole.start(), parts);
            part(line, hole, scores).ifPresent(parts::add);
            from = hole.end();
        }
        plain(line, from, line.text().length(), parts);
    }

    private void plain(Line line, int from, int to, List<Because.Part> parts) {
        String text = line.text().substring(from, to);
        int brace = text.replace('}', '{').indexOf('{');
        if (brace >= 0) {
            problems.add(
                    line.placeAt(from + brace),
                    "A \"" + text.charAt(brace) + "\" stands here without its partner.",
                    "Write a student's value as {attendance}, with both.");
        }
        parts.add(new Because.Plain(text));
    }

    private Optional<Because.Part> part(Line line, Matcher hole, Set<String> scores) {
        String name = hole.group(1).strip();
        Optional<Attribute> attribute = vocabulary
                .byCalled(name)
                .or(() -> vocabulary.byCalled("the " + name))
                .or(() -> vocabulary.byKey(name));
        if (attribute.isPresent()) {
            return Optional.of(new Because.ValueOf(attribute.get()));
        }
        String score = name.toLowerCase(Locale.ROOT).endsWith(SCORE)
                ? name.substring(0, name.length() - SCORE.length()).replaceFirst("(?i)^the ", "")
                : name;
        if (scores.contains(score)) {
            return Optional.of(new Because.ScoreOf(score));
        }
        problems.add(
                line.placeAt(hole.start()),
                "\"{" + name + "}\" is neither an attribute nor a score.",
                Nearest.to(
                                name,
                                vocabulary.attributes().stream()
                                        .map(Attribute::called)
                                        .toList())
                        .map(near -> "Did you mean {" + near + "}?")
                        .orElse("Write an attribute's name as the vocabulary has it, such as {attendance}."));
        return Optional.empty();
    }
}
