package signpost.engine.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import signpost.engine.rulebook.BookReader;
import signpost.engine.rulebook.ConditionParser;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.rulebook.Shapes;
import signpost.engine.rulebook.Slips;
import signpost.engine.text.Block;
import signpost.engine.text.Field;
import signpost.engine.text.Line;
import signpost.engine.text.Nearest;
import signpost.engine.text.Problems;
import signpost.engine.vocabulary.Dates;

/** Reads the {@code Scenario:} blocks of a book. */
public final class ScenarioReader {

    private static final List<String> FIELDS = Shapes.SCENARIO.fields();
    private static final List<String> LISTS = List.of("Given", "Expect", "Expect not");
    private static final Pattern FLAG = Pattern.compile("flag \"([^\"]+)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern RECOMMEND = Pattern.compile("recommend (\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern RULE_OUT = Pattern.compile("rule out (\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CANNOT_TELL = Pattern.compile("cannot tell \"([^\"]+)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCORE =
            Pattern.compile("the (.+) score is (\\d{1,4}(?: to \\d{1,4})?)", Pattern.CASE_INSENSITIVE);

    private final RuleBook book;
    private final Problems problems;
    private final Map<String, Rule> rules = new HashMap<>();
    private final Set<String> flags = new LinkedHashSet<>();
    private final Set<String> scores = new LinkedHashSet<>();

    public ScenarioReader(RuleBook book, Problems problems) {
        this.book = book;
        this.problems = problems;
        // What a school switched off is not among its rules, and scenarios wait for it all the same.
        Stream.concat(book.rules().stream(), book.off().stream()).forEach(rule -> {
            rules.putIfAbsent(rule.name().toLowerCase(Locale.ROOT), rule);
            rule.flags().forEach(flag -> flags.add(flag.flag()));
            rule.points().forEach(points -> scores.add(points.score()));
        });
    }

    public List<Scenario> read() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Block block : book.scenarios()) {
            if (problems.full()) {
                break;
            }
            int before = problems.size();
            Scenario scenario = scenario(block);
            if (problems.size() == before) {
                scenarios.add(scenario);
            }
        }
        return scenarios;
    }

    private Scenario scenario(Block block) {
        GivenReader given =
                new GivenReader(new ConditionParser(book.vocabulary(), book.catalogue(), problems), problems);
        boolean clear = isRow(block) || checkFields(block);
        if (isRow(block)) {
            new ScenarioRow(book.vocabulary(), problems).read(block, given);
        } else {
            given.lines(body(block, "Given"));
        }
        if (clear) {
            checkExpects(block);
        }
        Optional<LocalDate> on = block.field("On").flatMap(this::day);
        String rule = block.field("For").map(this::rule).orElse("");
        return new Scenario(
                block.title().text(),
                rule,
                given.student(block.title().text(), on),
                expectations(body(block, "Expect")),
                expectations(body(block, "Expect not")),
                block.place());
    }

    /** Whether every field is one of a scenario's: a misspelt one may be the very "Expect" that seems to be missing. */
    private boolean checkFields(Block block) {
        Set<String> seen = new HashSet<>();
        boolean misspelt = false;
        if (block.title().text().isEmpty()) {
            problems.add(block.place(), "This scenario has no name.", "Write after \"Scenario:\" what it shows.");
        }
        for (Field field : block.fields()) {
            if (!seen.add(field.name().toLowerCase(Locale.ROOT))) {
                problems.add(field.place(), "This scenario has \"" + field.name() + "\" twice.", "Put both together.");
            }
            if (LISTS.stream().anyMatch(field::is) && !field.value().text().isEmpty()) {
                problems.add(
                        field.value().place(),
                        "Nothing may stand on the same line as \"" + field.name() + "\".",
                        "Move it to a line of its own beneath, two spaces deeper.");
            }
            if (FIELDS.stream().noneMatch(field::is)) {
                misspelt = true;
                problems.add(
                        field.place(),
                        "\"" + field.name() + "\" is not part of a scenario.",
                        Nearest.to(field.name(), FIELDS)
                                .map(near -> "Did you mean \"" + near + "\"?")
                                .orElse("A scenario may have: " + String.join(", ", FIELDS) + "."));
            }
        }
        return !misspelt;
    }

    private void checkExpects(Block block) {
        if (body(block, "Expect").isEmpty() && body(block, "Expect not").isEmpty()) {
            problems.add(
                    block.place(),
                    "This scenario expects nothing.",
                    "Write \"Expect\" and what must come out beneath.");
        }
    }

    private Optional<LocalDate> day(Field field) {
        Optional<LocalDate> day = Dates.read(field.value().text());
        if (day.isEmpty()) {
            problems.add(
                    field.value().place(),
                    "\"" + field.value().text() + "\" is not a date.",
                    "Write for example 12 October 2026.");
        }
        return day;
    }

    private String rule(Field field) {
        return rule(field.value(), field.value().text());
    }

    private String rule(Line line, String name) {
        Optional<Rule> rule = Optional.ofNullable(rules.get(name.toLowerCase(Locale.ROOT)));
        if (rule.isEmpty()) {
            problems.add(
                    line.place(),
                    "There is no rule \"" + name + "\".",
                    Nearest.to(name, book.rules().stream().map(Rule::name).toList())
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse("Write the name of a rule of this book, letter for letter."));
        }
        return rule.map(Rule::name).orElse(name);
    }

    private List<Expectation> expectations(List<Line> lines) {
        return lines.stream().map(this::expectation).flatMap(Optional::stream).toList();
    }

    private Optional<Expectation> expectation(Line line) {
        Matcher flag = FLAG.matcher(line.text());
        if (flag.matches()) {
            checkFlag(line, flag.group(1));
            return Optional.of(new Expectation.Flag(flag.group(1), line));
        }
        Matcher recommend = RECOMMEND.matcher(line.text());
        if (recommend.matches()) {
            checkCode(line, recommend.group(1));
            return Optional.of(new Expectation.Recommend(recommend.group(1), line));
        }
        Matcher out = RULE_OUT.matcher(line.text());
        if (out.matches()) {
            checkCode(line, out.group(1));
            return Optional.of(new Expectation.RuleOut(out.group(1), line));
        }
        Matcher cannot = CANNOT_TELL.matcher(line.text());
        if (cannot.matches()) {
            return Optional.of(new Expectation.CannotTell(rule(line, cannot.group(1)), line));
        }
        Matcher score = SCORE.matcher(line.text());
        if (score.matches()) {
            checkScore(line, score.group(1));
            return Optional.of(new Expectation.Score(score.group(1), score.group(2), line));
        }
        if (line.text().equalsIgnoreCase("nothing")) {
            return Optional.of(new Expectation.Nothing(line));
        }
        int before = problems.size();
        problems.add(
                line.place(),
                "\"" + line.text() + "\" is not something to expect.",
                "Write: flag \"NAME\"; recommend CODE; rule out CODE; cannot tell \"RULE\"; the RONI score is 3; nothing.");
        Slips.explain(line, before, problems);
        return Optional.empty();
    }

    private void checkFlag(Line line, String name) {
        if (!flags.contains(name)) {
            problems.add(
                    line.place(),
                    "No rule raises a flag \"" + name + "\".",
                    Nearest.to(name, flags)
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse("Give it under some rule's Then, or take it out here."));
        }
    }

    private void checkScore(Line line, String name) {
        if (!scores.contains(name)) {
            problems.add(
                    line.place(),
                    "No rule adds points to a score \"" + name + "\".",
                    Nearest.to(name, scores)
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse("Write the name of a score that rules add points to."));
        }
    }

    private void checkCode(Line line, String code) {
        if (book.catalogue().intervention(code).isEmpty()) {
            problems.add(
                    line.place(),
                    "The catalogue has no intervention \"" + code + "\".",
                    "Give it a row in catalogue/interventions.csv, or name a code that has one.");
        }
    }

    private static boolean isRow(Block block) {
        return block.place().file().endsWith(BookReader.SCENARIOS);
    }

    private static List<Line> body(Block block, String name) {
        return block.field(name)
                .map(field -> isRow(block) ? ScenarioRow.several(field.value()) : field.body())
                .orElse(List.of());
    }
}
