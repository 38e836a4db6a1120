package signpost.api.builder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import signpost.engine.text.Problem;
import signpost.engine.writing.RuleView;

/** A rule as sentences, with its notes and what is wrong with each line beside them. */
final class RuleSentences {

    private final List<String> lines;
    private final List<Problem> problems;
    private final int first;

    private RuleSentences(OpenRule rule, List<Problem> problems) {
        this.lines = List.of(rule.part().rule().split("\\r\\n|[\\r\\n]", -1));
        this.problems = problems;
        this.first = rule.part().line();
    }

    /**
     * A field as the page shows it.
     *
     * @param lines what it says; nothing where the rule does not have it
     */
    record Shown(String name, List<String> lines, List<String> notes, List<String> wrong) {}

    /** All of a rule. */
    record All(List<Shown> fields, List<Sentence> when, List<Sentence> then, List<String> notes) {}

    /** @param problems of the draft, in the rule's file */
    static All of(OpenRule rule, RuleView view, List<Problem> problems) {
        RuleSentences sentences = new RuleSentences(rule, problems);
        return new All(
                view.fields().stream().map(sentences::field).toList(),
                sentences.conditions(view.when(), true),
                sentences.deeds(view.then()),
                above(rule.part().before()));
    }

    private Shown field(RuleView.FieldView field) {
        List<String> said =
                field.value().isEmpty() ? List.of() : List.of(field.value().split("\n", -1));
        List<String> wrong = new ArrayList<>();
        // What stands beneath its name belongs to it.
        for (int line = field.line(); field.line() > 0 && line <= field.line() + said.size(); line++) {
            if (line == field.line() || field.name().equals("Because")) {
                wrong.addAll(at(line));
            }
        }
        return new Shown(field.name(), said, field.line() > 0 ? notes(field.line()) : List.of(), wrong);
    }

    private List<Sentence> conditions(List<RuleView.ConditionView> all, boolean top) {
        List<Sentence> sentences = new ArrayList<>();
        for (RuleView.ConditionView one : all) {
            boolean group = !one.group().isEmpty();
            String change = group ? "group" : one.pick().isPresent() ? "condition" : "line";
            sentences.add(new Sentence(
                    one.line(),
                    group ? one.text().replaceFirst("(?i)of:$", "of these:") : one.text(),
                    top && !sentences.isEmpty(),
                    notes(one.line()),
                    wrong(one.line(), one.trouble()),
                    change,
                    sentences.isEmpty(),
                    sentences.size() == all.size() - 1,
                    conditions(one.parts(), false)));
        }
        return sentences;
    }

    private List<Sentence> deeds(List<RuleView.DeedView> all) {
        List<Sentence> sentences = new ArrayList<>();
        for (RuleView.DeedView one : all) {
            sentences.add(new Sentence(
                    one.line(),
                    one.text(),
                    false,
                    notes(one.line()),
                    wrong(one.line(), one.trouble()),
                    one.deed().isPresent() ? "consequence" : "line",
                    sentences.isEmpty(),
                    sentences.size() == all.size() - 1,
                    List.of()));
        }
        return sentences;
    }

    private List<String> wrong(int line, String trouble) {
        List<String> found = at(line);
        return found.isEmpty() && !trouble.isEmpty() ? List.of(trouble) : found;
    }

    private List<String> at(int line) {
        return problems.stream()
                .filter(problem -> problem.place().line() == first + line - 1)
                .map(problem -> (problem.message() + " " + problem.advice()).strip())
                .toList();
    }

    private List<String> notes(int line) {
        Deque<String> notes = new ArrayDeque<>();
        for (int at = line - 2; at > 0 && note(lines.get(at)); at--) {
            notes.addFirst(bare(lines.get(at)));
        }
        return List.copyOf(notes);
    }

    /** The notes right above the rule. */
    private static List<String> above(String before) {
        Deque<String> notes = new ArrayDeque<>();
        String[] all = before.stripTrailing().split("\\r\\n|[\\r\\n]", -1);
        for (int at = all.length - 1; at >= 0 && note(all[at]); at--) {
            notes.addFirst(bare(all[at]));
        }
        return List.copyOf(notes);
    }

    private static boolean note(String line) {
        return line.stripLeading().startsWith("#");
    }

    private static String bare(String line) {
        return line.strip().replaceFirst("^#+\\s*", "");
    }
}
