package signpost.engine.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.engine.ABook;
import signpost.engine.AStudent;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Source;

class ValueWordsTest {

    private static final Attribute ATTENDANCE = ABook.when("attendance is known")
            .read()
            .vocabulary()
            .byKey("attendance_pct")
            .orElseThrow();

    @ParameterizedTest
    @CsvSource({"35.922,35.9%", "84,84%", "84.25,84.3%", "84.10,84.1%", "0,0%", "100,100%"})
    void aPercentageIsSaidToOneDecimal(String known, String words) {
        assertThat(said(known)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"90.04,90.1%", "89.96,89.9%", "90.004,90.1%", "25.962,25.9%", "0.04,0.1%", "99.97,99.9%"})
    void roundingNeverReachesAWholeNumberThatARuleMayAskFor(String known, String words) {
        assertThat(said(known)).isEqualTo(words);
    }

    private static String said(String known) {
        var value = ((Reading.Read) ValueReader.read(ATTENDANCE, known)).value();
        return ValueWords.of(ATTENDANCE, new Fact.Known(value, Source.MIS, AStudent.TODAY));
    }
}
