package signpost.engine.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.text.Block;
import signpost.engine.text.Field;
import signpost.engine.text.Line;
import signpost.engine.text.Nearest;
import signpost.engine.text.Place;
import signpost.engine.text.Problems;
import signpost.engine.vocabulary.Dates;
import signpost.engine.vocabulary.Vocabulary;

/** Makes rules of {@code Rule:} blocks. */
final class RuleReader {

    /** What may stand in a rule. */
    static final List<String> FIELDS = Shapes.RULE.fields();

    private static final List<String> LISTS = List.of("When", "Then", "Because");
    private static final int LONGEST_NAME = 80;
    private static final Pattern SPAN = Pattern.compile("from (.+?)(?: to (.+))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern POINTS = Pattern.compile("add \\d+ points? to (.+)", Pattern.CASE_INSENSITIVE);

    private final Problems problems;
    private final ConditionsParser conditions;
    private final ConsequenceParser consequences;
    private final BecauseParser because;
    private final Map<String, Place> names = new HashMap<>();

    RuleReader(Vocabulary vocabulary, Catalogue catalogue, Problems problems) {
        this.problems = problems;
        this.conditions = new ConditionsParser(new ConditionParser(vocabulary, catalogue, problems), problems);
        this.consequences = new ConsequenceParser(catalogue, problems);
        this.because = new BecauseParser(vocabulary, problems);
    }

    List<Rule> read(List<Block> blocks) {
        Set<String> scores = scores(blocks);
        List<Rule> rules = new ArrayList<>();
        for (Block block : blocks) {
            if (problems.full()) {
                break;
            }
            rule(block, scores).ifPresent(rules::add);
        }
        return rules;
    }

    private Optional<Rule> rule(Block block, Set<String> scores) {
        int before = problems.size();
        checkName(block);
        checkFields(block);
        List<Condition> when = conditions.parse(body(block, "When"), true);
        List<Consequence> then = new ArrayList<>();
        for (Line line : body(block, "Then")) {
            if (!problems.full()) {
                consequences.parse(line).ifPresent(then::add);
            }
        }
        Because reason = because.parse(body(block, "Because"), scores);
        Span span = span(block);
        Optional<LocalDate> reviewBy = block.field("Review by").flatMap(this::reviewBy);
        if (problems.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Rule(
                block.title().text(),
                topic(block.place().file()),
                text(block, "Owner"),
                text(block, "Why"),
                text(block, "Source"),
                span.from(),
                span.to(),
                reviewBy,
                when,
                then,
                reason,
                block.place()));
    }

    private void checkName(Block block) {
        String name = block.title().text();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.add(
                    block.place(),
                    name.isEmpty()
                            ? "This rule has no name."
                            : "This rule's name is longer than " + LONGEST_NAME + " characters.",
                    "Write a short name after \"Rule:\".");
            return;
        }
        Place earlier = names.putIfAbsent(name.toLowerCase(Locale.ROOT), block.place());
        if (earlier != null) {
            problems.add(
                    block.title().place(),
                    "There is already a rule \"" + name + "\", at " + earlier + ".",
                    "Give one of them another name.");
        }
    }

    private void checkFields(Block block) {
        Map<String, Field> seen = new HashMap<>();
        boolean misspelt = false;
        for (Field field : block.fields()) {
            if (FIELDS.stream().noneMatch(field::is)) {
                misspelt = true;
                problems.add(
                        field.place(),
                        "\"" + field.name() + "\" is not part of a rule.",
                        Nearest.to(field.name(), FIELDS)
                                .map(near -> "Did you mean \"" + near + "\"?")
                                .orElse("A rule may have: " + String.join(", ", FIELDS) + "."));
            } else if (LISTS.stream().anyMatch(field::is)
                    && !field.value().text().isEmpty()) {
                problems.add(
                        field.value().place(),
                        "Nothing may stand on the same line as \"" + field.name() + "\".",
                        "Move it to a line of its own beneath, two spaces deeper.");
            } else if (seen.put(field.name().toLowerCase(Locale.ROOT), field) != null) {
                problems.add(field.place(), "This rule has \"" + field.name() + "\" twice.", "Keep one of them.");
            }
        }
        // What looks missing may stand under the misspelt word.
        for (String needed : misspelt ? List.<String>of() : LISTS) {
            if (body(block, needed).isEmpty()) {
                problems.add(
                        block.place(),
                        "The rule \"" + block.title().text() + "\" has nothing under \"" + needed + "\".",
                        "Write \"" + needed + "\" and what belongs to it beneath, two spaces deeper.");
            }
        }
    }

    private Optional<LocalDate> reviewBy(Field field) {
        Optional<LocalDate> day = Dates.read(field.value().text());
        if (day.isEmpty()) {
            problems.add(
                    field.value().place(),
                    "\"" + field.value().text() + "\" is not a date.",
                    "Write for example: Review by: 1 September 2027.");
        }
        return day;
    }

    private record Span(Optional<LocalDate> from, Optional<LocalDate> to) {}

    private Span span(Block block) {
        Optional<Field> field = block.field("In force");
        if (field.isEmpty()) {
            return new Span(Optional.empty(), Optional.empty());
        }
        Matcher words = SPAN.matcher(field.get().value().text());
        if (words.matches()) {
            Optional<LocalDate> from = Dates.read(words.group(1));
            Optional<LocalDate> to = words.group(2) == null ? Optional.empty() : Dates.read(words.group(2));
            if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
                problems.add(
                        field.get().value().place(),
                        "The rule would end before it begins.",
                        "Write the earlier day first.");
            }
            if (from.isPresent() && to.isPresent() == (words.group(2) != null)) {
                return new Span(from, to);
            }
        }
        problems.add(
                field.get().value().place(),
                "\"" + field.get().value().text() + "\" does not say when the rule is in force.",
                "Write for example: from 1 September 2026, or: from 1 September 2026 to 31 August 2027.");
        return new Span(Optional.empty(), Optional.empty());
    }

    private static Set<String> scores(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> body(block, "Then").stream())
                .map(line -> POINTS.matcher(line.text()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1).strip())
                .collect(Collectors.toSet());
    }

    private static List<Line> body(Block block, String name) {
        return block.field(name).map(Field::body).orElse(List.of());
    }

    private static String text(Block block, String name) {
        return block.field(name)
                .map(field -> (field.value().text() + " "
                                + field.body().stream().map(Line::text).collect(Collectors.joining(" ")))
                        .strip())
                .orElse("");
    }

    /** {@code topics/attendance.txt} is the topic {@code attendance}. */
    private static String topic(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
