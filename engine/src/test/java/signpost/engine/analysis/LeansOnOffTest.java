package signpost.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import signpost.engine.ABook;

/** A rule that reads a flag waits with the rules that would give it. */
class LeansOnOffTest {

    private static final String READS = """
            Rule: Reads it
              When
                "Absent" is flagged
              Then
                flag "More" as low
              Because
                more
            """;

    @Test
    void aRuleThatReadsAFlagOfASwitchedOffRuleAloneIsNamed() {
        assertThat(found(gives("A", "  Switched off: The team looks after it.\n") + READS))
                .containsExactly(
                        "The rule \"Reads it\" asks for the flag \"Absent\", which only a rule that is switched off"
                                + " would give.");
    }

    @Test
    void aFlagThatAnotherRuleGivesIsStillThere() {
        assertThat(found(gives("A", "  Switched off: The team looks after it.\n") + gives("B", "") + READS))
                .isEmpty();
        assertThat(found(gives("A", "") + READS)).isEmpty();
    }

    @Test
    void aRuleThatIsOffItselfWaitsAnyway() {
        String off = "  Switched off: The team looks after it.\n";
        assertThat(found(gives("A", off) + READS.replace("  When", off + "  When")))
                .isEmpty();
    }

    private static String gives(String name, String off) {
        return "Rule: " + name + "\n" + off
                + "  When\n    attendance is 90% or below\n  Then\n    flag \"Absent\" as low\n"
                + "  Because\n    attendance is {attendance}\n\n";
    }

    private static List<String> found(String rules) {
        return Analysis.ofWords(ABook.withRules(rules).read()).stream()
                .filter(finding -> finding.kind() == FindingKind.LEANS_ON_OFF)
                .map(finding -> finding.problem().message())
                .toList();
    }
}
