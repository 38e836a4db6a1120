package signpost.engine.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.engine.ABook;
import signpost.engine.rulebook.GroupHead;

class RuleTextTest {

    private static final String RULE = """
            Rule: Persistent absence
              Owner: Head of destinations
              When
                # years that sit GCSEs
                the student is in year 10 or 11
                and attendance is 90% or below
                # a group
                and any of:
                  the student is in care
                  # travel
                  the wind is from the east
              Then
                flag "Persistent absence" as medium
                recommend ATT-01 within 2 weeks
              # the end
              Because
                attendance is {attendance}
                and falling
            """;
    private static final int FIRST = 5;
    private static final int SECOND = 6;
    private static final int GROUP = 8;
    private static final int INSIDE = 9;
    private static final int UNKNOWN = 11;

    private final Builder builder =
            new Builder(Words.of(ABook.when("attendance is known").read()));
    private final RuleText rule = rule(RULE);

    @Test
    void aFormShowsEveryLineUnderstoodOrNot() {
        RuleView view = builder.view(rule);
        assertThat(view.name()).isEqualTo("Persistent absence");
        assertThat(view.fields())
                .extracting(RuleView.FieldView::name, RuleView.FieldView::line, RuleView.FieldView::value)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("Owner", 2, "Head of destinations"),
                        org.assertj.core.groups.Tuple.tuple("Review by", 0, ""),
                        org.assertj.core.groups.Tuple.tuple("Because", 16, "attendance is {attendance}\nand falling"));
        assertThat(view.when()).extracting(RuleView.ConditionView::line).containsExactly(FIRST, SECOND, GROUP);
        assertThat(view.when().get(1).pick()).contains(Pick.of(Sort.ATTRIBUTE, "attendance_pct", Verb.AT_MOST, "90"));
        RuleView.ConditionView group = view.when().get(2);
        assertThat(group.group()).isEqualTo("any of");
        assertThat(group.parts()).extracting(RuleView.ConditionView::understood).containsExactly(true, false);
        assertThat(group.parts().get(1).text()).isEqualTo("the wind is from the east");
        assertThat(group.parts().get(1).trouble()).contains("is not a condition Signpost knows");
        assertThat(view.then())
                .extracting(RuleView.DeedView::deed)
                .containsExactly(
                        Optional.of(Deed.flag("Persistent absence", "medium")),
                        Optional.of(Deed.recommend("ATT-01", "", "", "within 2 weeks")));
    }

    @Test
    void whatComesFirstLosesItsAndAndWhatWasFirstGainsOne() {
        assertThat(rule.removed(FIRST).orElseThrow().text())
                .isEqualTo(RULE.replace("    the student is in year 10 or 11\n", "")
                        .replace("and attendance is 90", "attendance is 90"));
        assertThat(rule.added(Section.WHEN, 0, 0, "attendance is known")
                        .orElseThrow()
                        .text())
                .isEqualTo(RULE.replace("  When\n", "  When\n    attendance is known\n")
                        .replace("the student is in year", "and the student is in year"));
        assertThat(rule.movedUp(SECOND).orElseThrow().text()).isEqualTo(RULE.replace("""
                    # years that sit GCSEs
                    the student is in year 10 or 11
                    and attendance is 90% or below
                """, """
                    attendance is 90% or below
                    # years that sit GCSEs
                    and the student is in year 10 or 11
                """));
    }

    @Test
    void aGroupMovesWithItsCommentsAndItsLines() {
        assertThat(rule.movedUp(GROUP).orElseThrow().text()).isEqualTo(RULE.replace("""
                    and attendance is 90% or below
                    # a group
                    and any of:
                      the student is in care
                      # travel
                      the wind is from the east
                """, """
                    # a group
                    and any of:
                      the student is in care
                      # travel
                      the wind is from the east
                    and attendance is 90% or below
                """));
        assertThat(rule.movedDown(GROUP)).isEmpty();
        assertThat(rule.movedUp(FIRST)).isEmpty();
        assertThat(rule.movedDown(INSIDE).orElseThrow().text())
                .contains("      # travel\n      the wind is from the east\n      the student is in care\n  Then");
    }

    @Test
    void linesAreAddedAndReplacedWithinAGroupWithoutAnd() {
        assertThat(rule.added(Section.WHEN, GROUP, 9, "and attendance is known")
                        .orElseThrow()
                        .text())
                .contains("the wind is from the east\n      attendance is known\n  Then");
        assertThat(rule.replaced(UNKNOWN, "attendance is known").orElseThrow().text())
                .isEqualTo(RULE.replace("the wind is from the east", "attendance is known"));
        assertThat(rule.replaced(GROUP, "at least 2 of:").orElseThrow().text())
                .isEqualTo(RULE.replace("any of:", "at least 2 of:"));
        assertThat(rule.addedGroup(0, 1, new GroupHead("at least", 1), List.of("attendance is known"))
                        .orElseThrow()
                        .text())
                .contains("10 or 11\n    and at least 1 of:\n      attendance is known\n    and attendance is 90%");
    }

    @Test
    void consequencesAreAddedMovedAndTakenAway() {
        assertThat(rule.added(Section.THEN, 0, 2, "rule out MEN-01")
                        .orElseThrow()
                        .text())
                .contains("within 2 weeks\n    rule out MEN-01\n  # the end");
        assertThat(rule.movedUp(14).orElseThrow().text())
                .contains("Then\n    recommend ATT-01 within 2 weeks\n    flag \"Persistent absence\" as medium\n");
        assertThat(rule.removed(13).orElseThrow().text()).doesNotContain("flag").contains("and any of:");
    }

    @Test
    void fieldsStandWhereTheyAreBestRead() {
        assertThat(rule.with("Owner", "Careers adviser").with("Rule", "Absent").text())
                .isEqualTo(RULE.replace("Head of destinations", "Careers adviser")
                        .replace("Persistent absence\n", "Absent\n"));
        assertThat(rule.with("Review by", "31 July 2027").text())
                .isEqualTo(RULE.replace("  When\n", "  Review by: 31 July 2027\n  When\n"));
        assertThat(rule.with("Owner", "").text()).isEqualTo(RULE.replace("  Owner: Head of destinations\n", ""));
        assertThat(rule.with("Because", "one\ntwo").text()).endsWith("  Because\n    one\n    two\n");
        assertThat(rule.with("When", "no").with("Colour", "red").text()).isEqualTo(RULE);
    }

    @Test
    void aRuleThatHasOnlyANameCanBePickedTogether() {
        String text = rule("Rule: New")
                .added(Section.WHEN, 0, 0, "attendance is 90% or below")
                .flatMap(made -> made.added(Section.WHEN, 0, 1, "the student is in care"))
                .flatMap(made -> made.added(Section.THEN, 0, 0, "flag \"New\" as low"))
                .orElseThrow()
                .with("Because", "attendance is {attendance}")
                .with("Owner", "Careers adviser")
                .text();
        assertThat(ABook.withRules(text).problems()).isEmpty();
        assertThat(text)
                .startsWith("Rule: New\n  Owner: Careers adviser\n  When\n    attendance is 90% or below\n    and the");
    }

    @Test
    void aLineThatIsNotThereIsRefusedAndOneLineStaysOne() {
        assertThat(rule.removed(1)).isEmpty();
        assertThat(rule.replaced(99, "attendance is known")).isEmpty();
        assertThat(rule.replaced(FIRST, "  ")).isEmpty();
        assertThat(rule.replaced(FIRST, "# hidden")).isEmpty();
        assertThat(rule.added(Section.WHEN, 3, 0, "attendance is known")).isEmpty();
        assertThat(rule.replaced(FIRST, "attendance\r\nis known").orElseThrow().text())
                .contains("\n    attendance is known\n");
        assertThat(RuleText.of("# nothing\n")).isEmpty();
    }

    private static RuleText rule(String text) {
        return RuleText.of(text).orElseThrow();
    }
}
