package signpost.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutlineTest {

    private static final String TEXT = """
            # Head.

            # Above.
            Rule: First
              When
                a
            # Inside.

              Then
                b
              # Beneath.

            # Apart.

            switch off:  Second one
              Why: c

            """;

    private static final Outline OUTLINE = Outline.of("topics/a.txt", TEXT);

    @Test
    void aUnitHasTheCommentsThatBelongToIt() {
        assertThat(OUTLINE.units())
                .containsExactly(
                        new Outline.Unit("Rule", "First", 3, 11), new Outline.Unit("switch off", "Second one", 15, 16));
        assertThat(OUTLINE.text(OUTLINE.units().get(0)))
                .isEqualTo(TEXT.substring(TEXT.indexOf("# Above"), TEXT.indexOf("\n\n# Apart")));
    }

    @Test
    void aUnitIsReplacedAndEverythingElseStays() {
        assertThat(OUTLINE.with(OUTLINE.units().get(1), "\nRule: New\r\n  When\r\n    d\r\n\r\n"))
                .isEqualTo(TEXT.replace("switch off:  Second one\n  Why: c", "Rule: New\n  When\n    d"));
    }

    @Test
    void whatIsPutBackAsItWasLeavesTheFileAsItWas() {
        for (String text : new String[] {TEXT, TEXT.replace("\n", "\r\n"), "\uFEFF" + TEXT.strip()}) {
            Outline outline = Outline.of("topics/a.txt", text);
            outline.units()
                    .forEach(unit -> assertThat(
                                    outline.with(unit, outline.text(unit).replace("\r\n", "\n") + "\n"))
                            .isEqualTo(text));
        }
    }

    @Test
    void aUnitWithoutTextGoes() {
        assertThat(OUTLINE.with(OUTLINE.units().get(1), " \n"))
                .isEqualTo(TEXT.replace("\nswitch off:  Second one\n  Why: c\n", ""));
        Outline alone = Outline.of("topics/a.txt", "Rule: A\n  When\n\nRule: B\n");
        assertThat(alone.with(alone.units().get(0), "")).isEqualTo("Rule: B\n");
    }

    @Test
    void aUnitIsAddedWithAnEmptyLineAboveIt() {
        assertThat(Outline.of("a.txt", "Rule: A\r\n  When").withAdded("Rule: B\n  When\n\n"))
                .isEqualTo("Rule: A\r\n  When\r\n\r\nRule: B\r\n  When\r\n");
        assertThat(Outline.of("a.txt", TEXT).withAdded("Rule: B")).isEqualTo(TEXT + "Rule: B\n");
        assertThat(Outline.of("a.txt", "").withAdded("Rule: B")).isEqualTo("Rule: B\n");
    }

    @Test
    void aTextWithMistakesHasUnitsAndATableHasNone() {
        assertThat(Outline.of("a.txt", "stray\nRule: A\n  Whn\nOwner: x\nRule:\n")
                        .units())
                .extracting(Outline.Unit::title)
                .containsExactly("A", "");
        assertThat(Outline.of("a.csv", "Rule: A\n").units()).isEmpty();
    }
}
