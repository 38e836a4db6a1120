package signpost.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type into days and large fields. */
class TypedTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "12", "1066", "9999", "20261", "99999"})
    void aYearThatNobodyMeansIsNoDay(String year) {
        var typed = new TypedDay("4", "12", year);
        assertThat(typed.day()).isEmpty();
        assertThat(typed.noSuchDay()).isTrue();
    }

    @Test
    void wordsKeepTheirLinesAndAccentsAndNothingThatTurnsThemAround() {
        assertThat(FreeText.clean(" Zoë’s\r\nplan \u202Edesrever\u2069 \u0007")).isEqualTo("Zoë’s\nplan desrever");
        assertThat(FreeText.clean("\u200B\uFEFF \u00AD")).isEmpty();
        assertThat(FreeText.clean("نمی\u200Cخواهم")).isEqualTo("نمی\u200Cخواهم");
    }
}
