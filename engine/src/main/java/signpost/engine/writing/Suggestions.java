package signpost.engine.writing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import signpost.engine.catalogue.Intervention;
import signpost.engine.rulebook.GroupHead;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.rulebook.Severity;
import signpost.engine.rulebook.Shapes;
import signpost.engine.text.Shape;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.writing.Suggestion.Kind;

/** Everything an editor of rules can complete, as data. */
public final class Suggestions {

    private static final Map<String, String> EXAMPLES = Map.of(
            "In force", "from 1 September 2026",
            "Review by", "31 July 2027",
            "On", "12 October 2026",
            "Kind", "whole number from 0 to 10",
            "Special category", "no",
            "Can change", "no");

    private final Words words;
    private final List<Suggestion> all = new ArrayList<>();

    private Suggestions(Words words) {
        this.words = words;
    }

    /** All that can be typed in the files of a book. */
    public static List<Suggestion> of(RuleBook book) {
        return of(Words.of(book));
    }

    /** All that can be typed in files that speak of these. */
    public static List<Suggestion> of(Words words) {
        return new Suggestions(words).all();
    }

    private List<Suggestion> all() {
        Shapes.ALL.forEach(this::block);
        all.addAll(new ConditionSuggestions(words).all());
        groups();
        words.vocabulary().attributes().forEach(this::attribute);
        words.flags().forEach(this::flag);
        words.scores().forEach(this::score);
        words.catalogue().interventions().forEach(this::intervention);
        then(
                "flag \"" + Suggestion.open(1, "Name of the need") + "\" as " + Suggestion.open(2, "medium"),
                "a new flag");
        then("add " + Suggestion.open(1, "2") + " points to " + Suggestion.open(2, "NAME"), "a new score");
        Arrays.stream(Severity.values())
                .forEach(severity -> add(Kind.SEVERITY, Context.THEN, severity.words(), "severity"));
        new Deeds(words).form().dues().forEach(due -> add(Kind.KEYWORD, Context.THEN, due.value(), "due date"));
        expect("nothing", "no flag and no recommendation");
        Map<String, Suggestion> once = new LinkedHashMap<>();
        all.forEach(one -> once.putIfAbsent(one.kind() + " " + one.contexts() + one.within() + one.insert(), one));
        return List.copyOf(once.values());
    }

    private void block(Shape shape) {
        add(Kind.HEADER, Context.START, shape.header() + ": " + Suggestion.open(1, "Name"), "begins a block");
        for (String field : shape.fields()) {
            boolean bare = shape.bare().contains(field);
            String value = Suggestion.open(1, EXAMPLES.getOrDefault(field, "..."));
            String insert = bare ? field + (shape.colons() ? ":" : "") : field + ": " + value;
            all.add(new Suggestion(
                    Kind.FIELD, List.of(Context.FIELD), shape.header(), field, insert, "of " + shape.header(), false));
        }
    }

    private void groups() {
        for (String kind : GroupHead.KINDS) {
            String insert =
                    kind.equals(GroupHead.AT_LEAST) ? kind + " " + Suggestion.open(1, "2") + " of:" : kind + ":";
            add(Kind.GROUP, Context.WHEN, insert, "a group, its lines two spaces deeper");
        }
        add(Kind.KEYWORD, Context.WHEN, "and ", "joins a further condition");
        add(Kind.KEYWORD, Context.WHEN, "not ", "turns a condition round");
    }

    private void attribute(Attribute attribute) {
        attribute
                .kind()
                .labels()
                .forEach((code, label) -> all.add(new Suggestion(
                        Kind.CODE,
                        List.of(Context.WHEN, Context.GIVEN),
                        "",
                        code,
                        code,
                        label + " (" + attribute.called() + ")",
                        attribute.specialCategory())));
        value(attribute.called(), attribute.title(), attribute.specialCategory());
    }

    private void value(String name, String detail, boolean special) {
        String insert = "{" + name + "}";
        all.add(new Suggestion(Kind.VALUE, List.of(Context.BECAUSE), "", insert, insert, detail, special));
    }

    private void flag(String flag) {
        String quoted = "\"" + flag + "\"";
        then("flag " + quoted + " as " + Suggestion.open(1, "medium"), "a flag of this book");
        all.add(new Suggestion(
                Kind.FLAG, List.of(Context.WHEN, Context.THEN, Context.EXPECT), "", flag, quoted, "flag", false));
        expect("flag " + quoted, "flag");
    }

    private void score(String score) {
        then("add " + Suggestion.open(1, "2") + " points to " + score, "a score of this book");
        all.add(new Suggestion(
                Kind.SCORE, List.of(Context.WHEN, Context.THEN, Context.EXPECT), "", score, score, "score", false));
        value(score + " score", "score", false);
        expect("the " + score + " score is " + Suggestion.open(1, "3"), "score");
    }

    private void intervention(Intervention one) {
        String due = Suggestion.open(1, "within 2 weeks");
        then("recommend " + one.code() + " " + due, one.title());
        then(
                "recommend " + one.code() + " as " + Suggestion.open(1, "high") + " " + Suggestion.open(2, "this term"),
                one.title());
        if (one.repeats()) {
            then(
                    "recommend " + one.code() + " for \"" + Suggestion.open(1, "which of several") + "\" "
                            + Suggestion.open(2, "within 2 weeks"),
                    one.title());
        }
        then("rule out " + one.code(), one.title());
        all.add(new Suggestion(
                Kind.INTERVENTION,
                List.of(Context.WHEN, Context.THEN, Context.EXPECT),
                "",
                one.code(),
                one.code(),
                one.title(),
                false));
        expect("recommend " + one.code(), one.title());
        expect("rule out " + one.code(), one.title());
    }

    private void then(String insert, String detail) {
        add(Kind.CONSEQUENCE, Context.THEN, insert, detail);
    }

    private void expect(String insert, String detail) {
        add(Kind.SCENARIO, Context.EXPECT, insert, detail);
    }

    private void add(Kind kind, Context context, String insert, String detail) {
        all.add(Suggestion.of(kind, context, insert, detail));
    }
}
