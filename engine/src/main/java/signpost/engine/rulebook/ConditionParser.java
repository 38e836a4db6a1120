package signpost.engine.rulebook;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.text.BlockReader;
import signpost.engine.text.Line;
import signpost.engine.text.Nearest;
import signpost.engine.text.Problems;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Kind;
import signpost.engine.vocabulary.Vocabulary;

/** Reads one line as a condition. */
public final class ConditionParser {

    private static final Pattern FLAGGED = Pattern.compile("\"([^\"]+)\" is (not )?flagged", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCORE = Pattern.compile("the (.+?) score is (.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCORE_TEST =
            Pattern.compile("(?:(\\d{1,4})|(\\d{1,4}) or (above|below)|from (\\d{1,4}) to (\\d{1,4}))");

    private final Problems problems;
    private final Wordings wordings;
    private final TestParser tests;
    private final ChangeParser changes;
    private final CalendarParser calendar;
    private final HistoryParser history;

    public ConditionParser(Vocabulary vocabulary, Catalogue catalogue, Problems problems) {
        this.problems = problems;
        this.wordings = new Wordings(vocabulary);
        this.tests = new TestParser(problems);
        this.changes = new ChangeParser(problems);
        this.calendar = new CalendarParser(problems);
        this.history = new HistoryParser(catalogue, problems);
    }

    /** The condition a line states, or nothing once its problem has been noted. */
    public Optional<Condition> parse(Line line) {
        String words = line.text();
        if (words.toLowerCase(Locale.ROOT).startsWith("not ")) {
            return parse(line.from(4)).map(part -> new Condition.Not(part, words, line.place()));
        }
        if (CalendarParser.speaksOf(words)) {
            return calendar.parse(line);
        }
        if (HistoryParser.speaksOf(words)) {
            return history.parse(line);
        }
        Matcher flagged = FLAGGED.matcher(words);
        if (flagged.matches()) {
            Condition flag = new Condition.Flagged(flagged.group(1), words, line.place());
            return Optional.of(flagged.group(2) == null ? flag : new Condition.Not(flag, words, line.place()));
        }
        Matcher score = SCORE.matcher(words);
        if (score.matches() && !ofAnAttribute(words)) {
            return score(line, score);
        }
        return ofAttribute(line);
    }

    /** Whether a line speaks of earlier flags or help. */
    public boolean speaksOfHistory(String words) {
        return HistoryParser.speaksOf(words);
    }

    /** An attribute may be called "the reading score": its own name goes before the scores that rules add up. */
    private boolean ofAnAttribute(String words) {
        return wordings.name(words).isPresent() || wordings.phrase(words).isPresent();
    }

    private Optional<Condition> ofAttribute(Line line) {
        Optional<Wordings.Phrased> phrased = wordings.phrase(line.text());
        if (phrased.isPresent()) {
            return phrased(line, phrased.get());
        }
        Optional<Wordings.Named> named = wordings.name(line.text());
        if (named.isEmpty()) {
            problems.add(
                    line.place(),
                    "\"" + BlockReader.shortened(line.text()) + "\" is not a condition Signpost knows.",
                    line.advice(nearest(line.text())));
            return Optional.empty();
        }
        Attribute attribute = named.get().attribute();
        Line rest = line.from(named.get().from());
        if (ChangeParser.speaksOf(rest.text())) {
            return changes.parse(attribute, rest.text(), line.text(), rest.place());
        }
        return tests.parse(attribute, rest.text(), rest).map(parsed -> {
            Condition test = new Condition.OfAttribute(attribute, parsed.test(), line.text(), line.place());
            return parsed.negated() ? new Condition.Not(test, line.text(), line.place()) : test;
        });
    }

    private String nearest(String words) {
        Optional<String> sentence = Nearest.to(words, wordings.all());
        Optional<String> name =
                Nearest.to(words.replaceFirst("(?i) (is|includes|was|fell|rose|changed|has) .*", ""), wordings.names());
        return name.map(near -> "Did you mean \"" + near + "\"?")
                .or(() -> sentence.map(near -> "Did you mean \"" + near + "\"?"))
                .orElse("Look up the wordings in the vocabulary folder.");
    }

    private Optional<Condition> phrased(Line line, Wordings.Phrased phrased) {
        Attribute attribute = phrased.attribute();
        List<String> values = phrased.phrase().open()
                ? TestParser.alternatives(phrased.values())
                : phrased.phrase().values();
        String sentence = "is " + String.join(" or ", values);
        Kind kind = attribute.kind();
        if (kind instanceof Kind.YesNo) {
            boolean yes = values.contains("Y");
            return Optional.of(new Condition.OfAttribute(attribute, new Test.Says(yes), line.text(), line.place()));
        }
        if (kind instanceof Kind.SomeOf) {
            Set<String> codes = new HashSet<>();
            values.forEach(value -> codes.addAll(List.of(value.split(";", -1))));
            Test test = codes.equals(Set.of("none")) ? new Test.HasNone() : new Test.Includes(codes);
            return Optional.of(new Condition.OfAttribute(attribute, test, line.text(), line.place()));
        }
        if (kind instanceof Kind.Amount number && number.unit().equals("%")) {
            sentence = "is "
                    + String.join(
                            " or ", values.stream().map(value -> value + "%").toList());
        }
        return tests.parse(attribute, sentence, line)
                .map(parsed -> new Condition.OfAttribute(attribute, parsed.test(), line.text(), line.place()));
    }

    private Optional<Condition> score(Line line, Matcher score) {
        Matcher test = SCORE_TEST.matcher(score.group(2));
        if (!test.matches()) {
            problems.add(
                    line.placeAt(score.start(2)),
                    "\"" + score.group(2) + "\" cannot be said of a score.",
                    line.advice(
                            "Write for example \"the RONI score is 4 or above\" or \"the RONI score is from 2 to 3\"."));
            return Optional.empty();
        }
        int least;
        int most;
        if (test.group(1) != null) {
            least = Integer.parseInt(test.group(1));
            most = least;
        } else if (test.group(2) != null) {
            boolean above = test.group(3).equalsIgnoreCase("above");
            least = above ? Integer.parseInt(test.group(2)) : 0;
            most = above ? Integer.MAX_VALUE : Integer.parseInt(test.group(2));
        } else {
            least = new BigDecimal(test.group(4)).intValueExact();
            most = new BigDecimal(test.group(5)).intValueExact();
        }
        if (most < least) {
            problems.add(line.place(), "The range ends before it begins.", "Write the smaller number first.");
            return Optional.empty();
        }
        return Optional.of(new Condition.Scores(score.group(1), least, most, line.text(), line.place()));
    }
}
