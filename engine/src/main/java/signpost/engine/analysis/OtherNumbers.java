package signpost.engine.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import signpost.engine.rulebook.Rule;
import signpost.engine.vocabulary.Attribute;

/** Finds words that name a number which the rule does not have: its threshold was changed, and its reason or name was not. */
final class OtherNumbers {

    private static final Pattern CLAUSE = Pattern.compile("(?<=[;.]) ");

    private final List<Finding> findings;

    OtherNumbers(List<Finding> findings) {
        this.findings = findings;
    }

    void look(List<Rule> rules) {
        rules.forEach(rule -> {
            List<Measured> measured = Measured.of(rule);
            measured.stream()
                    .collect(Collectors.groupingBy(Measured::unit))
                    .values()
                    .forEach(alike -> look(rule, alike, measured));
        });
    }

    private void look(Rule rule, List<Measured> alike, List<Measured> measured) {
        said(rule.name(), rule, alike, SaidNumbers.About.PEOPLE)
                .filter(number -> isNone(number, alike, measured))
                .forEach(number -> found(rule, "The name of the rule", number, alike));
        said(rule.because().words(), rule, alike, SaidNumbers.About.PEOPLE)
                .filter(number -> isNone(number, alike, measured))
                .forEach(number -> found(rule, "The \"Because\" of the rule", number, alike));
        List<BigDecimal> why =
                said(rule.why(), rule, alike, SaidNumbers.About.ANYTHING).toList();
        // A "Why" that names one of the rule's own numbers may compare it with somebody else's.
        if (why.stream().allMatch(number -> isNone(number, alike, measured))) {
            why.forEach(number -> found(rule, "The \"Why\" of the rule", number, alike));
        }
    }

    private static Stream<BigDecimal> said(String text, Rule rule, List<Measured> alike, SaidNumbers.About others) {
        return CLAUSE.splitAsStream(text)
                .filter(clause -> !aboutAnother(clause, rule, alike))
                .flatMap(clause -> SaidNumbers.in(clause, alike, others))
                .map(BigDecimal::stripTrailingZeros)
                .distinct();
    }

    /** Whether these words say the value of something that the rule does not measure, and so may compare that. */
    private static boolean aboutAnother(String clause, Rule rule, List<Measured> alike) {
        List<String> said = rule.because()
                .attributes()
                .map(Attribute::called)
                .filter(called -> clause.contains("{" + called + "}"))
                .toList();
        return !said.isEmpty() && alike.stream().noneMatch(one -> said.contains(one.called()));
    }

    private static boolean isNone(BigDecimal number, List<Measured> alike, List<Measured> measured) {
        return measured.stream()
                .filter(one -> alike.stream().anyMatch(like -> like.called().equals(one.called())))
                .noneMatch(one -> one.has(number));
    }

    private void found(Rule rule, String where, BigDecimal number, List<Measured> alike) {
        String called = Said.and(
                Analysis.quoted(alike.stream().map(Measured::called).toList()).toList());
        String numbers = Said.and(alike.stream()
                .flatMap(Measured::numbers)
                .map(one -> alike.get(0).written(one))
                .distinct()
                .toList());
        findings.add(Finding.of(
                FindingKind.SAYS_ANOTHER_NUMBER,
                rule.place(),
                where + " \"" + rule.name() + "\" says " + alike.get(0).written(number.toPlainString())
                        + ", but its conditions on " + called + " say " + numbers + ".",
                "Change the words to fit the conditions, or the conditions to fit the words."));
    }
}
