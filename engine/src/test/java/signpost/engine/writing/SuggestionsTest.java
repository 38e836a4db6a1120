package signpost.engine.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import signpost.engine.ABook;
import signpost.engine.rulebook.RuleBook;

/** The small book has an attribute of every kind; the shipped pack is tried elsewhere. */
class SuggestionsTest {

    private static final String POINTS = ABook.rule("Points", "add 2 points to RONI", "attendance is known");
    private static final RuleBook BOOK =
            ABook.when("attendance is 90% or below").and(POINTS).read();
    private static final List<Suggestion> ALL = Suggestions.of(BOOK);

    @Test
    void everyConditionSuggestedIsReadInARule() {
        String rules = examples(Context.WHEN, Suggestion.Kind.CONDITION)
                .map(line -> ABook.rule(line.replace(";", ","), "flag \"Other\" as low", line))
                .distinct()
                .collect(Collectors.joining());
        ABook book = ABook.when("attendance is 90% or below").and(POINTS).and(rules);
        assertThat(book.problems().stream().filter(problem -> !problem.contains("longer than 80")))
                .isEmpty();
        assertThat(examples(Context.WHEN, Suggestion.Kind.CONDITION)).hasSizeGreaterThan(150);
    }

    @Test
    void everyConsequenceSuggestedIsReadInARule() {
        List<String> lines = examples(Context.THEN, Suggestion.Kind.CONSEQUENCE).toList();
        assertThat(lines).hasSizeGreaterThan(12);
        assertThat(lines)
                .allSatisfy(line -> assertThat(ABook.when("attendance is known")
                                .and(ABook.rule("Another", line, "attendance is known"))
                                .problems())
                        .isEmpty());
    }

    @Test
    void everyLineOfAScenarioSuggestedIsOneAScenarioMayHave() {
        String scenarios = ALL.stream()
                .filter(one -> one.contexts().contains(Context.GIVEN) && one.kind() == Suggestion.Kind.CONDITION)
                .map(one -> "Scenario: tried\n  Given\n    " + one.example() + "\n  Expect\n    nothing\n")
                .collect(Collectors.joining());
        String expected = examples(Context.EXPECT, Suggestion.Kind.SCENARIO)
                .map(line -> "Scenario: tried\n  Given\n    attendance is 95%\n  Expect not\n    " + line + "\n")
                .collect(Collectors.joining());
        assertThat(ABook.when("attendance is 90% or below").and(POINTS).and(scenarios + expected).refusal().stream()
                        .filter(told -> told.contains("does not give one value")
                                || told.contains("not something to expect")
                                || told.contains("not a condition")
                                || told.contains("has no intervention")))
                .isEmpty();
        assertThat(scenarios).contains("attendance is 90%", "the student is in care");
    }

    @Test
    void theVocabularysWordsTheCatalogueAndTheFlagsAreAllThere() {
        assertThat(examples(Context.WHEN, Suggestion.Kind.CONDITION))
                .contains(
                        "the student is in year 8",
                        "the year group is 8",
                        "the student has SEND",
                        "SEN provision is K",
                        "SEN provision is not K",
                        "the list of barriers includes caring",
                        "the student states geography as a barrier",
                        "the intended provider is not known",
                        "the post-16 plan was not confirmed for 2 terms",
                        "the leaving date is in the summer term",
                        "it is the spring term",
                        "today is in the first 3 weeks of the term",
                        "\"Tested\" was flagged last term",
                        "the RONI score is 4 or above",
                        "KIT-01 was delivered this term");
        assertThat(ALL)
                .contains(
                        Suggestion.of(Suggestion.Kind.SEVERITY, Context.THEN, "medium", "severity"),
                        Suggestion.of(
                                Suggestion.Kind.CONSEQUENCE,
                                Context.THEN,
                                "recommend ATT-01 ${1:within 2 weeks}",
                                "Attendance plan"))
                .anySatisfy(one -> {
                    assertThat(one.insert()).isEqualTo("attendance is ${1:90}% or below");
                    assertThat(one.detail()).isEqualTo("percentage from 0 to 100");
                });
        assertThat(ALL.stream()
                        .filter(one -> one.kind() == Suggestion.Kind.FIELD
                                && one.within().equals("Rule")))
                .extracting(Suggestion::label)
                .containsExactly(
                        "Owner", "Why", "Source", "In force", "Review by", "Switched off", "When", "Then", "Because");
    }

    @Test
    void theWordsToColourAreThoseOfTheLanguageAndTheVocabulary() {
        Highlighting words = Highlighting.of(BOOK);
        assertThat(words.headers()).contains("Rule", "Tighten", "Switch off", "Scenario", "Attribute");
        assertThat(words.fields().getOrDefault("Rule", List.of())).contains("When", "In force");
        assertThat(words.groups()).contains("any of", "none of", "at least");
        assertThat(words.acts()).contains("recommend", "rule out");
        assertThat(words.names()).contains("attendance", "the post-16 plan");
        assertThat(words.phrases()).contains("the student is in year", "the student is in care");
        assertThat(words.interventions()).contains("KIT-01");
        assertThat(words.flags()).containsExactly("Tested");
    }

    private static Stream<String> examples(Context context, Suggestion.Kind kind) {
        return ALL.stream()
                .filter(one -> one.contexts().contains(context) && one.kind() == kind)
                .map(Suggestion::example);
    }
}
