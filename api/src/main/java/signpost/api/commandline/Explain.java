package signpost.api.commandline;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import signpost.engine.evaluation.Aim;
import signpost.engine.evaluation.Explanation;
import signpost.engine.evaluation.Recommender;
import signpost.engine.evaluation.WhatWouldChange;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.text.Nearest;

/** Says why rules fired for a student, or did not. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Says for one student why rules hold or cannot tell, with each condition, what it saw, from whom and"
                        + " from when, and the smallest change that would clear a rule's flags; with --rule, why or why"
                        + " not for that one rule, and what would make it hold.")
final class Explain implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rules",
            required = true,
            paramLabel = "DIR",
            description = "The folder of the rule book, or a zip of it")
    private Path rules;

    @Option(
            names = "--student",
            required = true,
            paramLabel = "ID",
            description = "The student's student_id, or the UPN where the file has no student_id")
    private String student;

    @Option(names = "--rule", paramLabel = "NAME", description = "One rule, whether it holds or not")
    private @Nullable String rule;

    @Mixin
    private StudentOptions students;

    @Mixin
    private OnTopOf beneath;

    @Override
    public Integer call() {
        RuleFolder folder = beneath.open(spec, rules);
        Optional<RuleBook> book = folder.book(spec.commandLine().getErr());
        return book.map(this::explain).orElse(SignpostCommandLine.PROBLEMS);
    }

    private int explain(RuleBook book) {
        if (rule != null && book.rule(rule).isEmpty()) {
            throw Misuse.of(spec, "This book has no rule \"" + rule + "\"." + nearest(book, rule));
        }
        StudentOnDate found = find(book);
        List<Explanation> told = new Recommender(book)
                .explain(found).stream().filter(one -> wanted(one, rule)).toList();
        PrintWriter out = spec.commandLine().getOut();
        out.println("Student " + student + " on " + students.on() + ":"
                + (rule == null
                        ? " " + counted(told, Answer.TRUE) + " of "
                                + book.rules().size() + " hold; " + counted(told, Answer.UNKNOWN) + " cannot tell."
                        : ""));
        told.forEach(one -> {
            Optional<Rule> inForce = book.rule(one.rule()).filter(known -> known.inForceOn(students.on()));
            out.println();
            Told.lines(one, inForce.isPresent()).forEach(out::println);
            inForce.stream()
                    .flatMap(known -> aims(known, one.answer()))
                    .flatMap(aim -> WhatWouldChange.of(book, found, aim).stream())
                    .forEach(change -> out.println("  " + change.sentence()));
        });
        return SignpostCommandLine.GOOD;
    }

    /** What a reader may wish to know next; how a rule comes to tell is said where it cannot. */
    private static Stream<Aim> aims(Rule rule, Answer answer) {
        return switch (answer) {
            case TRUE ->
                rule.flags().findAny().isPresent()
                        ? rule.flags().map(raised -> new Aim.FlagCleared(raised.flag()))
                        : Stream.of(new Aim.RuleStops(rule.name()));
            case FALSE -> Stream.of(new Aim.RuleFires(rule.name()));
            case UNKNOWN -> Stream.empty();
        };
    }

    private static String counted(List<Explanation> told, Answer answer) {
        return Counted.of(told.stream().filter(one -> one.answer() == answer).count(), "rule");
    }

    private static boolean wanted(Explanation explanation, @Nullable String rule) {
        return rule == null
                ? explanation.answer() != Answer.FALSE
                : explanation.rule().equalsIgnoreCase(rule);
    }

    private StudentOnDate find(RuleBook book) {
        // What is wrong with other students' rows does not matter here.
        Complaints complaints = new Complaints(new PrintWriter(PrintWriter.nullWriter()));
        try (StudentOptions.Opened opened = students.open(book, complaints)) {
            for (List<StudentOnDate> batch = opened.students().next();
                    !batch.isEmpty();
                    batch = opened.students().next()) {
                Optional<StudentOnDate> found = batch.stream()
                        .filter(one -> one.profile().studentId().equals(student))
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw Misuse.of(spec, "\"" + students.file() + "\" has no student \"" + student + "\".");
    }

    private static String nearest(RuleBook book, String name) {
        return Nearest.to(name, book.rules().stream().map(Rule::name).toList())
                .map(near -> " Did you mean \"" + near + "\"?")
                .orElse("");
    }
}
