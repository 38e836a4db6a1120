package signpost.engine.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.engine.ABook;

class PicksTest {

    private final Picks picks = new Picks(Words.of(ABook.when("attendance is 90% or below")
            .and(ABook.rule("Points", "add 2 points to RONI", "attendance is known"))
            .read()));

    @Test
    void everythingOfferedIsSaidAndReadBackAsTheSame() {
        assertThat(picks.matters()).hasSizeGreaterThan(15).allSatisfy(matter -> {
            assertThat(matter.offers()).isNotEmpty();
            for (Offer offer : matter.offers()) {
                Pick pick = new Pick(matter.sort(), matter.key(), offer.verb(), offer.example(), false);
                assertThat(picks.say(pick)).as(pick.toString()).isInstanceOf(Saying.Said.class);
                assertThat(picks.read(said(pick))).contains(pick);
                Pick turned = pick.turnedRound();
                assertThat(picks.say(turned))
                        .as(turned.toString())
                        .satisfies(saying -> assertThat(saying instanceof Saying.Said
                                        || offer.verb().negated().isPresent())
                                .isTrue());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attendance is 90% or below",
                "attendance is from 85% to below 90%",
                "attendance is above 85% and below 90%",
                "attendance is above 85% and at most 90%",
                "the journey is 45 minutes or below",
                "the number of suspensions is one of 1, 2 or 3",
                "the number of suspensions is not 0",
                "the current English grade is below 4",
                "the current English grade fell by 1 step or more since last term",
                "attendance fell by 5 points or more since last term",
                "the student is in year 10 or 11",
                "the student has SEND",
                "SEN provision is K",
                "SEN provision is not K or E",
                "the student states geography as a barrier",
                "the list of barriers includes finance or caring",
                "the list of barriers is not none",
                "the list of sectors includes health care",
                "the student is not in care",
                "not the current English grade is from 3 to 4",
                "the leaving date is more than 6 weeks ago",
                "the leaving date is less than 10 days ago",
                "the leaving date is in the summer term",
                "the leaving date is on or after 14 weeks ago",
                "the leaving date is before 2 weeks before the end of this academic year",
                "it is the spring or summer term",
                "today is from 16 November to the end of the autumn term",
                "today is in the first 3 weeks of the term",
                "today is in the last 10 days of the term",
                "the intended provider was not confirmed for 2 terms",
                "\"Tested\" was not flagged last term",
                "the RONI score is from 2 to 3",
                "ATT-01 was not delivered last term",
                "ATT-01 was offered and not attended"
            })
    void whatFormsOfferIsSaidAgainInTheSameWords(String line) {
        Optional<Pick> pick = picks.read(line);
        assertThat(pick).isPresent();
        assertThat(said(pick.orElseThrow())).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({
        "attendance is at most 90%, attendance is 90% or below",
        "the year group is 10 or 11, the student is in year 10 or 11",
        "not the student has SEND, SEN provision is not K or E",
        "the leaving date is before 6 weeks ago, the leaving date is more than 6 weeks ago"
    })
    void otherWordsForTheSameBecomeTheUsualOnes(String line, String usual) {
        assertThat(said(picks.read(line).orElseThrow())).isEqualTo(usual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"attendance is low", "any of:", "", "not not the student is in care", "atendance is 90%"})
    void whatNoFormOffersIsNoPick(String line) {
        assertThat(picks.read(line)).isEmpty();
    }

    @Test
    void aValueThatCannotBeIsRefusedInAReadersWords() {
        Pick above = Pick.of(Sort.ATTRIBUTE, "attendance_pct", Verb.AT_MOST, "190");
        assertThat(picks.say(above))
                .isInstanceOfSatisfying(
                        Saying.Refused.class,
                        refused ->
                                assertThat(refused.message()).contains("190%").contains("from 0 to 100"));
        assertThat(picks.say(Pick.of(Sort.ATTRIBUTE, "no_such", Verb.KNOWN))).isInstanceOf(Saying.Refused.class);
    }

    @Test
    void aCodeThatReadsLikeAWordOfTheLanguageIsSaidSoThatItIsNot() {
        Picks odd = new Picks(
                Words.of(ABook.when("attendance is known").withAttribute("""
                        Attribute: first_language
                          Called: the first language
                          Kind: one of
                            NOT = not obtained
                            REF = refused
                        """).read()));
        Pick pick = new Pick(Sort.ATTRIBUTE, "first_language", Verb.IS, List.of("NOT", "REF"), false);
        assertThat(odd.say(pick)).isEqualTo(new Saying.Said("the first language is one of NOT or REF"));
        assertThat(odd.read("the first language is one of NOT or REF")).contains(pick);
    }

    private String said(Pick pick) {
        return picks.say(pick) instanceof Saying.Said said ? said.line() : "refused: " + pick;
    }
}
