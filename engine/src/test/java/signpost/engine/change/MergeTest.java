package signpost.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.text.Place;

class MergeTest {

    private static final String PATH = "topics/a.txt";
    private static final String TABLE = "tables/t.csv";

    private static final String BASE = """
            # Absence.

            # About the first.
            Rule: First
              When
                attendance is 90% or below
              # Soon.

            Rule: Second
              When
                attendance is 50% or below

            # Apart.

            Rule: Third
              When
                attendance is known
            """;

    private static final String ROWS = """
            # Points.
            Owner,Head of year
            Rule,Attendance,RONI points
            low,<90,1
            lower,<50,2
            twice,<40,1
            twice,<30,
            """;

    @Test
    void differentRulesBothSurviveAndEverythingElseStays() {
        String mine = BASE.replace("90%", "92%");
        String theirs = BASE.replace("50%", "45%").replace("# Apart.", "# Quite apart.");
        String both = mine.replace("50%", "45%").replace("# Apart.", "# Quite apart.");
        assertThat(clean(BASE, mine, theirs)).isEqualTo(both);
        assertThat(clean(BASE, theirs, mine)).isEqualTo(both);
    }

    @Test
    void aRuleChangedOnBothSidesIsAConflictAndMineStands() {
        String mine = BASE.replace("50%", "55%").replace("90%", "92%");
        String theirs = BASE.replace("50%", "45%").replace("known", "not known");
        MergedText merged = Merge.ofText(PATH, BASE, mine, theirs);
        assertThat(merged.conflicts())
                .containsExactly(new Conflict(
                        PATH,
                        "Rule \"Second\"",
                        Optional.of("Rule: Second\n  When\n    attendance is 50% or below"),
                        Optional.of("Rule: Second\n  When\n    attendance is 55% or below"),
                        Optional.of("Rule: Second\n  When\n    attendance is 45% or below"),
                        new Place(PATH, 9, 1)));
        assertThat(merged.text()).isEqualTo(mine.replace("known", "not known"));
        assertThat(merged.settled(Map.of(merged.conflicts().get(0), Side.THEIRS)))
                .isEqualTo(theirs.replace("90%", "92%"));
        assertThat(merged.settled(Map.of(merged.conflicts().get(0), Side.MINE))).isEqualTo(merged.text());
    }

    @Test
    void whatIsDeletedHereAndChangedThereIsAConflict() {
        String without = without("Second");
        String theirs = BASE.replace("50%", "45%").replace("90%", "92%");
        MergedText merged = Merge.ofText(PATH, BASE, without, theirs);
        assertThat(merged.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.mine()).isEmpty();
            assertThat(conflict.theirs())
                    .hasValueSatisfying(text -> assertThat(text).contains("45%"));
        });
        assertThat(merged.text()).isEqualTo(without.replace("90%", "92%"));
        assertThat(merged.settled(Map.of(merged.conflicts().get(0), Side.THEIRS)))
                .isEqualTo(theirs);
    }

    @Test
    void whatIsDeletedOnOneSideAloneGoes() {
        assertThat(clean(BASE, without("First"), BASE.replace("50%", "45%")))
                .isEqualTo(without("First").replace("50%", "45%"));
        assertThat(clean(BASE, BASE.replace("50%", "45%"), without("Third")))
                .isEqualTo(without("Third").replace("50%", "45%"));
        assertThat(clean(BASE, without("Second"), without("Second") + "\n")).isEqualTo(without("Second") + "\n");
    }

    @Test
    void rulesAddedOnBothSidesAreKeptOnceIfAlikeAndNextToEachOtherElse() {
        String fourth = "\nRule: Fourth\n  When\n    a\n";
        String fifth = "\n# Of theirs.\nRule: Fifth\n  When\n    b\n";
        assertThat(clean(BASE, BASE + fourth, BASE + fifth)).isEqualTo(BASE + fifth + fourth);
        assertThat(clean(BASE, BASE + fourth, BASE.replace("90%", "92%") + fourth))
                .isEqualTo(BASE.replace("90%", "92%") + fourth);
        MergedText merged = Merge.ofText(PATH, BASE, BASE + fourth, BASE + fourth.replace("a", "c"));
        assertThat(merged.conflicts()).extracting(Conflict::unit).containsExactly("Rule \"Fourth\"");
        assertThat(merged.conflicts().get(0).base()).isEmpty();
        assertThat(merged.text()).isEqualTo(BASE + fourth);
    }

    @Test
    void rulesWrittenAtTheTopOnBothSidesDoNotGrowTogether() {
        String base = "Rule: Z\n  When\n    z\n";
        assertThat(clean(base, "Rule: A\n  When\n    a\n\n" + base, "# B.\nRule: B\n  When\n    b\n\n" + base))
                .isEqualTo("# B.\nRule: B\n  When\n    b\n\nRule: A\n  When\n    a\n\n" + base);
    }

    @Test
    void lineEndsMarkAndAMissingLastLineEndStayAsEachLineHasThem() {
        String windows = "\uFEFF" + BASE.stripTrailing().replace("\n", "\r\n");
        assertThat(clean(windows, windows.replace("90%", "92%"), windows.replace("known", "not known")))
                .isEqualTo(windows.replace("90%", "92%").replace("known", "not known"));
        assertThat(clean(windows, windows.replace("90%", "92%"), windows + "\r\n\r\nRule: Last\r\n  When\r\n    x"))
                .isEqualTo(windows.replace("90%", "92%") + "\r\n\r\nRule: Last\r\n  When\r\n    x");
    }

    @Test
    void otherLineEndsAloneAreNoConflict() {
        String windows = BASE.replace("\n", "\r\n");
        assertThat(Merge.ofText(PATH, BASE, BASE.replace("90%", "92%"), windows).conflicts())
                .isEmpty();
        assertThat(Merge.ofText(PATH, BASE, windows, BASE.replace("90%", "92%")).text())
                .contains("92%");
    }

    @Test
    void rulesMovedOnOneSideStandWhereTheyWereMovedTo() {
        String first = BASE.substring(BASE.indexOf("# About"), BASE.indexOf("Rule: Second"));
        String moved = BASE.replace(first, "") + "\n" + first.stripTrailing() + "\n";
        assertThat(clean(BASE, BASE.replace("50%", "45%"), moved)).isEqualTo(moved.replace("50%", "45%"));
        assertThat(clean(BASE, moved, BASE.replace("90%", "92%"))).isEqualTo(moved.replace("90%", "92%"));
    }

    @Test
    void aFileWithTheSameRuleTwiceIsOneUnit() {
        String twice = BASE + "\nRule: first\n  When\n    again\n";
        MergedText merged = Merge.ofText(PATH, twice, twice.replace("90%", "92%"), twice.replace("50%", "45%"));
        assertThat(merged.conflicts()).extracting(Conflict::unit).containsExactly("the whole file");
        assertThat(merged.text()).isEqualTo(twice.replace("90%", "92%"));
        assertThat(merged.settled(Map.of(merged.conflicts().get(0), Side.THEIRS)))
                .isEqualTo(twice.replace("50%", "45%"));
    }

    @Test
    void rowsThatAreOneRuleAreOneUnit() {
        assertThat(Merge.ofText(TABLE, ROWS, ROWS.replace("<90", "<92"), ROWS.replace("<50", "<55"))
                        .text())
                .isEqualTo(ROWS.replace("<90", "<92").replace("<50", "<55"));
        MergedText merged = Merge.ofText(TABLE, ROWS, ROWS.replace("<40", "<42"), ROWS.replace("<30", "<33"));
        assertThat(merged.conflicts()).extracting(Conflict::unit).containsExactly("the row \"twice\"");
        assertThat(merged.text()).isEqualTo(ROWS.replace("<40", "<42"));
    }

    @Test
    void rowsOfOtherColumnsAreNotMixed() {
        String inFront = ROWS.replace("Attendance,RONI", "Year,Attendance,RONI").replace(",<", ",10,<");
        assertThat(Merge.ofText(TABLE, ROWS, inFront, ROWS + "new,<20,1\n").conflicts())
                .extracting(Conflict::unit)
                .containsExactly("the whole file");
        String behind = ROWS.replace("RONI points\n", "RONI points,Because\n");
        assertThat(Merge.ofText(TABLE, ROWS, behind, ROWS + "new,<20,1\n").text())
                .isEqualTo(behind + "new,<20,1\n");
    }

    @Test
    void aCellOfSeveralLinesIsPartOfItsRow() {
        String base = "code,title\nA-1,\"one\ntwo \"\"x\"\"\"\nA-2,b\n";
        String path = "catalogue/interventions.csv";
        assertThat(Merge.ofText(path, base, base.replace("two", "three"), base.replace(",b", ",c"))
                        .text())
                .isEqualTo(base.replace("two", "three").replace(",b", ",c"));
    }

    @Test
    void filesComeAndGoLikeRules() {
        BookFiles base = BookFiles.ofTexts(Map.of("topics/a.txt", BASE, "topics/b.txt", BASE));
        BookFiles mine = BookFiles.ofTexts(Map.of("topics/b.txt", BASE, "topics/mine.txt", "Rule: M\n"));
        BookFiles theirs = BookFiles.ofTexts(Map.of(
                "topics/a.txt", BASE, "topics/b.txt", BASE.replace("90", "92"), "topics/their.txt", "Rule: T\n"));
        Merge merge = Merge.of(base, mine, theirs);
        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.files().paths()).containsExactly("topics/b.txt", "topics/mine.txt", "topics/their.txt");
        assertThat(merge.files().bytes("topics/b.txt"))
                .isEqualTo(BASE.replace("90", "92").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileDeletedHereAndChangedThereAndAWorkbookChangedOnBothAreConflicts() {
        Merge merge = Merge.of(
                files("topics/a.txt", BASE, "tables/b.xlsx", "1"),
                files("topics/c.txt", "Rule: C\n", "tables/b.xlsx", "2"),
                files("topics/a.txt", BASE + "#", "tables/b.xlsx", "3"));
        assertThat(merge.conflicts()).extracting(Conflict::path).containsExactly("tables/b.xlsx", "topics/a.txt");
        assertThat(merge.files().paths()).containsExactly("tables/b.xlsx", "topics/c.txt");
        BookFiles settled = merge.settled(
                Map.of(merge.conflicts().get(0), Side.THEIRS, merge.conflicts().get(1), Side.THEIRS));
        assertThat(settled.paths()).containsExactly("tables/b.xlsx", "topics/a.txt", "topics/c.txt");
        assertThat(settled.bytes("tables/b.xlsx")).isEqualTo(new byte[] {'3'});
    }

    @Test
    void aFileWithAFormerSecondPersonsOnlyRuleGoesWhenBothTookOneAway() {
        String base = "Rule: A\n  When\n    a\n\nRule: B\n  When\n    b\n";
        Merge merge = Merge.of(
                files(PATH, base, TABLE, ROWS),
                files(PATH, base.substring(base.indexOf("Rule: B")), TABLE, ROWS),
                files(PATH, base.substring(0, base.indexOf("\nRule: B")), TABLE, ROWS));
        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.files().paths()).containsExactly(TABLE);
    }

    private static BookFiles files(String one, String text, String other, String otherText) {
        return BookFiles.ofTexts(Map.of(one, text, other, otherText));
    }

    private static String without(String rule) {
        Outline outline = Outline.of(PATH, BASE);
        return outline.units().stream()
                .filter(unit -> unit.title().equals(rule))
                .map(unit -> outline.with(unit, ""))
                .findFirst()
                .orElseThrow();
    }

    private static String clean(String base, String mine, String theirs) {
        MergedText merged = Merge.ofText(PATH, base, mine, theirs);
        assertThat(merged.conflicts()).isEmpty();
        return merged.text();
    }
}
