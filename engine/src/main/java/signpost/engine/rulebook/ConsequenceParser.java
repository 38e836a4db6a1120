package signpost.engine.rulebook;

import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.catalogue.Intervention;
import signpost.engine.text.BlockReader;
import signpost.engine.text.Line;
import signpost.engine.text.Nearest;
import signpost.engine.text.Problems;
import signpost.engine.vocabulary.Dates;

/** Reads one line under {@code Then}. */
public final class ConsequenceParser {

    /** The words a consequence begins with. */
    public static final List<String> VERBS = List.of("flag", "add", "recommend", "rule out");

    private static final Pattern FLAG = Pattern.compile("flag \"([^\"]{1,80})\" as (\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern POINTS =
            Pattern.compile("add ([1-9]\\d{0,2}) points? to ([A-Za-z][A-Za-z0-9 _-]{0,30})", Pattern.CASE_INSENSITIVE);
    private static final Pattern POINTS_ELSEWHERE =
            Pattern.compile("add [1-9]\\d{0,2} points? to (.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern RECOMMEND = Pattern.compile(
            "recommend (\\S+)(?: as (\\S+))?(?: for \"([^\"]{1,40})\")?(?: (within|by|this) (.+))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RULE_OUT = Pattern.compile("rule out (\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPAN = Pattern.compile("(\\d{1,3}) (day|week)s?", Pattern.CASE_INSENSITIVE);
    private static final List<String> FORMS =
            List.of("flag \"NAME\" as medium", "add 1 point to RONI", "recommend CODE within 2 weeks", "rule out CODE");

    private final Catalogue catalogue;
    private final Problems problems;

    public ConsequenceParser(Catalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    public Optional<Consequence> parse(Line line) {
        int before = problems.size();
        Optional<Consequence> consequence = read(line);
        if (consequence.isEmpty()) {
            Slips.explain(line, before, problems);
        }
        return consequence;
    }

    private Optional<Consequence> read(Line line) {
        Matcher flag = FLAG.matcher(line.text());
        if (flag.matches()) {
            checkName(line, flag.start(1), flag.group(1));
            return severity(line, flag.start(2), flag.group(2))
                    .map(severity -> new Consequence.RaiseFlag(flag.group(1), severity, line.place()));
        }
        Matcher points = POINTS.matcher(line.text());
        if (points.matches()) {
            return Optional.of(new Consequence.AddPoints(
                    Integer.parseInt(points.group(1)), points.group(2).strip(), line.place()));
        }
        Matcher recommend = RECOMMEND.matcher(line.text());
        if (recommend.matches()) {
            return recommend(line, recommend);
        }
        Matcher ruleOut = RULE_OUT.matcher(line.text());
        if (ruleOut.matches()) {
            return intervention(line, ruleOut.start(1), ruleOut.group(1))
                    .map(found -> new Consequence.RuleOut(found.code(), line.place()));
        }
        Matcher elsewhere = POINTS_ELSEWHERE.matcher(line.text());
        if (elsewhere.matches()) {
            problems.add(
                    line.placeAt(elsewhere.start(1)),
                    "\"" + BlockReader.shortened(elsewhere.group(1)) + "\" cannot be the name of a score.",
                    "Begin with a letter, then use letters, digits, spaces, - and _, at most 31 in all.");
            return Optional.empty();
        }
        problems.add(
                line.place(),
                "\"" + BlockReader.shortened(line.text()) + "\" is not something a rule can do.",
                line.advice("Write for example: " + String.join("; ", FORMS) + "."));
        return Optional.empty();
    }

    /** Lists of flags are written with semicolons between them, and points with an equals sign. */
    private void checkName(Line line, int at, String name) {
        for (String mark : List.of(";", "=")) {
            if (name.contains(mark)) {
                problems.add(
                        line.placeAt(at + name.indexOf(mark)),
                        "The name of a flag may not hold \"" + mark + "\".",
                        "It separates flags where they are listed. Write for example \""
                                + name.replaceAll("\\s*[;=]\\s*", " - ") + "\".");
            }
        }
    }

    private Optional<Consequence> recommend(Line line, Matcher words) {
        Optional<Intervention> intervention = intervention(line, words.start(1), words.group(1));
        Optional<Severity> severity =
                words.group(2) == null ? Optional.empty() : severity(line, words.start(2), words.group(2));
        Optional<Due> due = words.group(4) == null ? Optional.of(new Due.ThisTerm()) : due(line, words);
        String occurrence = words.group(3) == null ? "" : words.group(3);
        if (intervention.isPresent()
                && !occurrence.isEmpty()
                && !intervention.get().repeats()) {
            problems.add(
                    line.placeAt(words.start(3)),
                    "\"" + words.group(1) + "\" is not an intervention that repeats.",
                    "Take the occurrence away, or write yes in its \"repeats\" column of interventions.csv.");
            return Optional.empty();
        }
        if (intervention.isEmpty() || due.isEmpty() || (words.group(2) != null && severity.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                new Consequence.Recommend(intervention.get().code(), severity, occurrence, due.get(), line.place()));
    }

    private Optional<Due> due(Line line, Matcher words) {
        String lead = words.group(4).toLowerCase(Locale.ROOT);
        String rest = words.group(5);
        Matcher span = SPAN.matcher(rest);
        if (lead.equals("within") && span.matches()) {
            int days = Integer.parseInt(span.group(1)) * (span.group(2).equalsIgnoreCase("week") ? 7 : 1);
            return Optional.of(new Due.Within(days));
        }
        Optional<MonthDay> day = lead.equals("by") ? Dates.readDayOfYear(rest) : Optional.empty();
        if (day.isPresent()) {
            return Optional.of(new Due.By(day.get()));
        }
        if (lead.equals("this") && rest.equalsIgnoreCase("term")) {
            return Optional.of(new Due.ThisTerm());
        }
        problems.add(
                line.placeAt(words.start(4)),
                "\"" + words.group(4) + " " + rest + "\" is not a due date.",
                "Write \"within 2 weeks\", \"by 31 March\" or \"this term\".");
        return Optional.empty();
    }

    private Optional<Severity> severity(Line line, int at, String word) {
        for (Severity severity : Severity.values()) {
            if (severity.words().equalsIgnoreCase(word)) {
                return Optional.of(severity);
            }
        }
        problems.add(line.placeAt(at), "\"" + word + "\" is not a severity.", "Write low, medium or high.");
        return Optional.empty();
    }

    private Optional<Intervention> intervention(Line line, int at, String code) {
        Optional<Intervention> found = catalogue.intervention(code);
        if (found.isEmpty()) {
            List<String> codes =
                    catalogue.interventions().stream().map(Intervention::code).toList();
            problems.add(
                    line.placeAt(at),
                    "The catalogue has no intervention \"" + code + "\".",
                    Nearest.to(code, codes)
                            .map(near -> "Did you mean " + near + "?")
                            .orElse("Give it a row in catalogue/interventions.csv, or name a code that has one."));
        }
        return found;
    }
}
