package signpost.api.uploads;

import static signpost.api.testing.Attacks.shortened;
import static signpost.api.uploads.SmallBook.RULES;
import static signpost.api.uploads.SmallBook.SCENARIOS;
import static signpost.api.uploads.SmallBook.TABLE;
import static signpost.api.uploads.SmallBook.rule;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import signpost.api.testing.Visitor;
import signpost.engine.rulebook.BookFiles;

/** Every way by which words of somebody's come into a draft, or into what is kept about it. */
final class Ways {

    /**
     * A way in.
     *
     * @param makes the small book as it would be, where the way takes words as they are
     */
    record Way(Function<String, Visitor.Answer> send, Function<String, Optional<BookFiles>> makes) {}

    private static final String TESTED = "Tested";

    private final SmallDraft draft;
    private final Map<String, Way> all = new LinkedHashMap<>();

    Ways(SmallDraft draft) {
        this.draft = draft;
        typed();
        rows();
        picked();
        uploaded();
        addresses();
        reasons();
    }

    Map<String, Way> all() {
        return all;
    }

    private void way(String name, Function<String, Visitor.Answer> send) {
        all.put(name, new Way(send, attack -> Optional.empty()));
    }

    /** A way in which a file's whole text is sent. */
    private void text(String name, String path, Function<String, String> text, Function<String, Visitor.Answer> send) {
        all.put(name, new Way(send, attack -> Optional.of(SmallBook.with(path, text.apply(attack)))));
    }

    private void typed(String name, String path, Function<String, String> text) {
        text(
                "typed as " + name,
                path,
                text,
                attack -> draft.post("/file", Map.of("path", path, "text", text.apply(attack))));
    }

    private void typed() {
        typed("a rule", RULES, SmallBook::rule);
        typed("a condition", RULES, attack -> SmallBook.text(RULES).replace("attendance is 90% or below", attack));
        typed("a scenario", SCENARIOS, attack -> SmallBook.text(SCENARIOS).replace("flag \"Tested\"", attack));
        typed("the vocabulary", SmallBook.VOCABULARY, attack -> SmallBook.text(SmallBook.VOCABULARY) + attack);
        typed("a table", TABLE, attack -> SmallBook.HEADINGS + attack);
        typed("the catalogue", SmallBook.REASONS, attack -> SmallBook.text(SmallBook.REASONS) + attack);
        way("looked at", attack -> draft.post("/look", Map.of("path", RULES, "text", rule(attack))));
        way("put in form", attack -> draft.post("/format", Map.of("path", RULES, "text", rule(attack))));
        way(
                "put in form and saved",
                attack -> draft.post("/file", Map.of("path", RULES, "text", rule(attack), "format", "yes")));
    }

    private void rows() {
        way("in a row", attack -> draft.post("/table/row", cells(TABLE, "1", 5, attack)));
        way("in a new row", attack -> draft.post("/table/row", cells(TABLE, "", 5, attack)));
        way(
                "in a row of the catalogue",
                attack -> draft.post("/table/row", cells(SmallBook.INTERVENTIONS, "1", 12, attack)));
        way("as the number of a row", attack -> draft.post("/table/remove", Map.of("path", TABLE, "row", attack)));
    }

    private static Map<String, String> cells(String path, String row, int width, String attack) {
        Map<String, String> form = new HashMap<>(Map.of("path", path, "row", row));
        for (int at = 0; at < width; at++) {
            form.put("cell-" + at, attack);
        }
        return form;
    }

    private void picked() {
        picked(
                "as a picked value",
                "condition",
                attack -> Map.of(
                        "sort", "ATTRIBUTE", "key", "attendance_pct", "verb", "AT_MOST", "v0", attack, "v1", attack));
        picked("as what is picked", "condition", attack -> Map.of("sort", attack, "key", attack, "verb", attack));
        picked("as a number of conditions", "group", attack -> Map.of("kind", "at least", "number", attack));
        picked("as a picked flag", "consequence", attack -> Map.of("act", "FLAG", "what", attack, "severity", "low"));
        picked("as picked points", "consequence", attack -> Map.of("act", "ADD_POINTS", "what", attack, "points", "1"));
        picked(
                "as a picked due date",
                "consequence",
                attack -> Map.of("act", "RECOMMEND", "what", "ATT-01", "occurrence", attack, "otherDue", attack));
        picked("as a line", "line", attack -> Map.of("words", attack));
        picked("as a line of what follows", "line", attack -> Map.of("words", attack, "under", "then"));
        for (String field : List.of("Rule", "Owner", "Why", "Source", "In force", "Review by", "Because")) {
            picked("as the field " + field, "field", attack -> Map.of("field", field, "value", attack));
        }
        way(
                "as a new rule",
                attack ->
                        draft.post("/rule/new", Map.of("rule", attack, "why", attack, "owner", attack, "path", RULES)));
        way(
                "as a new topic",
                attack -> draft.post("/rule/new", Map.of("rule", "New", "why", "x", "owner", "x", "topic", attack)));
        way(
                "as a search for a subject",
                attack -> draft.head()
                        .get(draft.at("/rule/condition?path=" + RULES + "&name=Tested&subject=yes&q="
                                + Visitor.encoded(shortened(attack)))));
        way(
                "as a saved scenario",
                attack -> draft.post(
                        "/scenario/save", Map.of("rule", TESTED, "text", "Scenario: " + attack + "\n" + attack)));
        way(
                "as outcomes",
                attack -> draft.head()
                        .upload(
                                draft.at("/backtest"),
                                Map.of("term", shortened(attack)),
                                Map.of("outcomes.csv", bytes("student_id,outcome\n" + attack + "," + attack + "\n"))));
    }

    private void picked(String name, String page, Function<String, Map<String, String>> fields) {
        way(name, attack -> {
            Map<String, String> form = new HashMap<>(fields.apply(attack));
            form.put("path", RULES);
            form.put("name", TESTED);
            return draft.post("/rule/" + page, form);
        });
    }

    private void uploaded() {
        text("uploaded as a text", RULES, SmallBook::rule, attack -> uploaded("test.txt", RULES, rule(attack)));
        text(
                "uploaded as a scenario",
                SCENARIOS,
                Ways::scenario,
                attack -> uploaded("test.scenarios.txt", SCENARIOS, scenario(attack)));
        text("uploaded as a table", TABLE, Ways::row, attack -> uploaded("points.csv", TABLE, row(attack)));
        text(
                "uploaded as the catalogue",
                SmallBook.REASONS,
                Ways::reason,
                attack -> uploaded("override-reasons.csv", SmallBook.REASONS, reason(attack)));
        way("uploaded in a workbook", attack -> draft.put(draft.upload("points.xlsx", "", workbook(attack))));
        way(
                "uploaded as a workbook of rules",
                attack -> draft.put(draft.upload("more.xlsx", "tables", workbook(attack))));
        text(
                "uploaded in a zip",
                RULES,
                SmallBook::rule,
                attack -> draft.put(draft.upload("book.zip", "", Packing.book(RULES, bytes(rule(attack))))));
        way(
                "as a workbook in a zip",
                attack -> draft.put(draft.upload("book.zip", "", Packing.book("tables/more.xlsx", workbook(attack)))));
    }

    private Visitor.Answer uploaded(String name, String into, String text) {
        return draft.put(draft.upload(name, into, bytes(text)));
    }

    private void addresses() {
        way(
                "as a file of a zip",
                attack -> draft.put(draft.upload(
                        "book.zip", "", Packing.book("topics/" + shortened(attack) + ".txt", bytes("Rule: x")))));
        way(
                "as the name of an upload",
                attack -> draft.put(draft.upload(shortened(attack) + ".txt", "topics", bytes("Rule: x"))));
        way("as the place of an upload", attack -> draft.upload("a.txt", attack, bytes("Rule: x")));
        way("as a new file", attack -> draft.post("/file/new", Map.of("path", "topics/" + attack)));
        way("as a file to save", attack -> draft.post("/file", Map.of("path", attack, "text", "Rule: x")));
        way("as a file to take away", attack -> draft.post("/file/remove", Map.of("path", attack)));
        way(
                "as a table's path",
                attack -> draft.head().get(draft.at("/table?path=") + Visitor.encoded(shortened(attack))));
        way(
                "as a workbook's path",
                attack -> draft.head().get(draft.at("/sheet.xlsx?path=") + Visitor.encoded(shortened(attack))));
        way(
                "as a rule's name",
                attack -> draft.head().get("/rule-book/rule?name=" + Visitor.encoded(shortened(attack))));
    }

    private void reasons() {
        way("as the name of a draft", attack -> draft.head().post("/rule-book/drafts", Map.of("name", attack)));
        way("as a reason", attack -> {
            draft.post("/file", Map.of("path", RULES, "text", rule("Other") + "# changed\n"));
            return draft.propose(attack);
        });
        way(
                "as a day",
                attack -> draft.post(
                        "/proposal/propose", Map.of("reason", "x", "from-day", attack, "from-month", attack)));
        way("as a note to a proposal", attack -> {
            draft.post("/file", Map.of("path", RULES, "text", SmallBook.text(RULES) + "# changed\n"));
            draft.propose("x");
            return draft.second()
                    .post(draft.at("/proposal/return"), Map.of("note", attack, "revision", draft.revision()));
        });
        way(
                "as the version to go back from",
                attack -> draft.second()
                        .post(
                                "/rule-book/versions/" + draft.school() + "/0/roll-back",
                                Map.of("reason", attack, "last", attack)));
        way(
                "as a reason to switch off",
                attack -> draft.head().post("/rule-book/rule/switch-off", Map.of("name", TESTED, "why", attack)));
        way(
                "as words to find a student",
                attack -> draft.head().post("/rule-book/ask/find", Map.of("fragment", attack)));
    }

    private static String scenario(String attack) {
        return SmallBook.text(SCENARIOS).replace("It is tested", attack);
    }

    private static String row(String attack) {
        return SmallBook.HEADINGS + "\"" + attack.replace("\"", "\"\"") + "\",<80,Row,low,a reason\n";
    }

    private static String reason(String attack) {
        return SmallBook.text(SmallBook.REASONS) + "X," + attack + ",no,\n";
    }

    private static byte[] workbook(String attack) {
        return Packing.workbook(List.of(
                List.of("Rule", "Attendance", "Flag", "Severity", "Because"),
                List.of("A", "<80", attack, "low", attack)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
