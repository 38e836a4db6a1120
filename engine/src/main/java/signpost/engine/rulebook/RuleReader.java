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
    private final LayerWords words;
    private final Parsers trusts;
    private final Parsers whole;
    private final ConsequenceParser consequences;
    private final Map<String, RuleSource> names = new HashMap<>();

    /** What understands the words of one vocabulary. */
    private record Parsers(ConditionsParser conditions, BecauseParser because) {
        static Parsers of(Vocabulary vocabulary, Catalogue catalogue, Problems problems) {
            return new Parsers(
                    new ConditionsParser(new ConditionParser(vocabulary, catalogue, problems), problems),
                    new BecauseParser(vocabulary, problems));
        }
    }

    RuleReader(LayerWords words, Catalogue catalogue, Problems problems) {
        this.problems = problems;
        this.words = words;
        this.whole = Parsers.of(words.whole(), catalogue, problems);
        this.trusts = words.files().layered() ? Parsers.of(words.trusts(), catalogue, problems) : whole;
        this.consequences = new ConsequenceParser(catalogue, problems);
    }

    /** @param scores that some rule adds points to */
    List<Rule> read(List<RuleSource> sources, Set<String> scores) {
        List<Rule> rules = new ArrayList<>();
        for (RuleSource source : sources) {
            if (problems.full()) {
                break;
            }
            rule(source, scores).ifPresent(rules::add);
        }
        return rules;
    }

    private Optional<Rule> rule(RuleSource source, Set<String> scores) {
        int before = problems.size();
        Block block = source.block();
        checkName(source);
        checkFields(block);
        List<Line> said = body(block, "When");
        List<Condition> when = parsers(said).conditions().parse(said, true);
        List<Consequence> then = new ArrayList<>();
        for (Line line : body(block, "Then")) {
            if (!problems.full()) {
                consequences.parse(line).ifPresent(then::add);
            }
        }
        List<Line> why = body(block, "Because");
        Because reason = parsers(why).because().parse(why, scores);
        Span span = span(block);
        Optional<LocalDate> reviewBy = block.field("Review by").flatMap(this::reviewBy);
        Optional<String> off = block.field("Switched off").map(this::off);
        if (problems.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Rule(
                block.title().text(),
                source.topic(),
                text(block, "Owner"),
                text(block, "Why"),
                text(block, "Source"),
                span.from(),
                span.to(),
                reviewBy,
                off,
                when,
                then,
                reason,
                source.origin(),
                block.place()));
    }

    /** A tightened rule mixes parts of both; each part is one layer's. */
    private Parsers parsers(List<Line> lines) {
        return !lines.isEmpty() && words.trusts(lines.get(0).file()) ? trusts : whole;
    }

    private void checkName(RuleSource source) {
        Block block = source.block();
        String name = source.name();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.add(
                    block.place(),
                    name.isEmpty()
                            ? "This rule has no name."
                            : "This rule's name is longer than " + LONGEST_NAME + " characters.",
                    "Write a short name after \"Rule:\".");
            return;
        }
        if (name.contains(";")) {
            problems.add(
                    block.title().placeAt(name.indexOf(';')),
                    "A rule's name may not hold \";\".",
                    "It separates rules where they are listed. Write for example \""
                            + name.replaceAll("\\s*;\\s*", " - ") + "\".");
        }
        RuleSource earlier = names.putIfAbsent(RuleSource.key(name), source);
        if (earlier != null) {
            boolean another = source.origin() == Origin.SCHOOL && earlier.origin() != Origin.SCHOOL;
            problems.add(
                    block.title().place(),
                    (another ? "The trust already has a rule" : "There is already a rule") + " \"" + name + "\", at "
                            + earlier.block().place() + ".",
                    another
                            ? "Write \"Tighten: " + name + "\" to change it, or give yours another name."
                            : "Give one of them another name.");
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

    private String off(Field field) {
        String why = Additions.text(field);
        if (why.isEmpty()) {
            problems.add(
                    field.place(),
                    "This does not say why the rule is switched off.",
                    "Write the reason after \"Switched off:\", or take the line out and the rule counts again.");
        }
        return why;
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

    /** The scores that some rule adds points to. */
    static Set<String> scores(List<RuleSource> sources) {
        return sources.stream()
                .flatMap(source -> body(source.block(), "Then").stream())
                .map(line -> POINTS.matcher(line.text()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1).strip())
                .collect(Collectors.toSet());
    }

    private static List<Line> body(Block block, String name) {
        return block.field(name).map(Field::body).orElse(List.of());
    }

    private static String text(Block block, String name) {
        return block.field(name).map(Additions::text).orElse("");
    }
}
