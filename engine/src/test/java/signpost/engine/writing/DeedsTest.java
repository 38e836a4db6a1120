package signpost.engine.writing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.engine.ABook;

class DeedsTest {

    private final Deeds deeds =
            new Deeds(Words.of(ABook.when("attendance is 90% or below").read()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flag \"Severe absence\" as high",
                "add 1 point to RONI",
                "add 2 points to RONI",
                "recommend ATT-01 within 2 weeks",
                "recommend PGI-01 as high by 31 March",
                "recommend KIT-01 for \"end of November\" this term",
                "rule out MEN-01"
            })
    void aConsequenceIsReadAndSaidAgainInTheSameWords(String line) {
        Deed deed = deeds.read(line).orElseThrow();
        assertThat(deeds.say(deed)).isEqualTo(new Saying.Said(line));
    }

    @Test
    void whatTheBookCannotDoIsRefusedInAReadersWords() {
        assertThat(deeds.say(Deed.recommend("ATT-09", "", "", "within 2 weeks")))
                .isEqualTo(new Saying.Refused("The catalogue has no intervention \"ATT-09\". Did you mean ATT-01?"));
        assertThat(deeds.say(Deed.flag("Severe", ""))).isInstanceOf(Saying.Refused.class);
        assertThat(deeds.read("do something")).isEmpty();
    }

    @Test
    void theFormOffersWhatTheBookHas() {
        assertThat(deeds.form().interventions()).contains(new Choice("ATT-01", "Attendance plan"));
        assertThat(deeds.form().repeating()).containsExactly("KIT-01");
        assertThat(deeds.form().flags()).containsExactly(Choice.of("Tested"));
        assertThat(deeds.form().dues())
                .allSatisfy(due -> assertThat(deeds.say(Deed.recommend("ATT-01", "", "", due.value())))
                        .isEqualTo(new Saying.Said("recommend ATT-01 " + due.value())));
    }
}
