package signpost.api.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import signpost.api.pages.Mistake;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.TermState;
import signpost.engine.profile.TermCalendar;

/** The days of a year as typed. */
class TermDaysTest {

    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 22);
    private static final List<SchoolTerm> YEAR = TermCalendar.usualTerms(2026).stream()
            .map(term -> new SchoolTerm(UUID.randomUUID(), term, TermState.PLANNED))
            .toList();

    @Test
    void aSchoolMovesWhereTermsMeet() {
        TermDays days = typed("2026-12-18", "2026-12-19", "2027-03-26", "2027-03-27");
        assertThat(days.mistakes(NOVEMBER).none()).isTrue();
        assertThat(days.terms())
                .extracting(term -> term.term().starts() + " " + term.term().ends())
                .containsExactly("2026-09-01 2026-12-18", "2026-12-19 2027-03-26", "2027-03-27 2027-08-31");
    }

    @Test
    void gapsAndOverlapsAreRefusedAllAtOnce() {
        assertThat(wrong(typed("2026-12-18", "2027-01-05", "2027-03-26", "2027-03-20")))
                .containsExactly(
                        "spring: There is a gap from 19 December 2026 to 4 January 2027", "summer: The terms overlap");
    }

    @Test
    void daysThatDoNotExistOrAreMissingAreSaidTogether() {
        assertThat(typed("2026-02-31", "", "2027-03-26", "2027-03-27")
                        .mistakes(NOVEMBER)
                        .all())
                .extracting(Mistake::field)
                .containsExactly("autumn-ends", "autumn-starts");
    }

    @Test
    void noTermEndsBeforeTodayBeforeItBeginsOrAfterTheYear() {
        assertThat(typed("2026-11-01", "2026-11-02", "2027-08-31", "2027-09-01")
                        .mistakes(NOVEMBER)
                        .all())
                .extracting(Mistake::text)
                .containsExactly(
                        "A term cannot end before today, 22 November 2026",
                        "The spring term must end before the year does, on 31 August 2027");
        assertThat(typed("2027-03-01", "2027-03-02", "2027-02-01", "2027-02-02")
                        .mistakes(NOVEMBER)
                        .all())
                .extracting(Mistake::text)
                .containsExactly("The spring term must end on or after its first day, 2 March 2027");
    }

    @Test
    void whereTheLaterTermHasBegunNothingMoves() {
        LocalDate february = LocalDate.of(2027, 2, 1);
        TermDays days = TermDays.typed(YEAR, february, sent("2026-12-18", "2026-12-19", "2027-03-26", "2027-03-27"));
        assertThat(days.mistakes(february).none()).isTrue();
        assertThat(days.terms().get(0).term().ends()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(days.terms().get(1).term().ends()).isEqualTo(LocalDate.of(2027, 3, 26));
        assertThat(TermDays.editable(YEAR, LocalDate.of(2027, 6, 1))).isFalse();
    }

    private static List<String> wrong(TermDays days) {
        return days.mistakes(NOVEMBER).all().stream()
                .map(mistake -> (mistake.field().startsWith("autumn") ? "spring" : "summer") + ": "
                        + mistake.text().replaceAll(":.*", ""))
                .toList();
    }

    private static TermDays typed(String... days) {
        return TermDays.typed(YEAR, NOVEMBER, sent(days));
    }

    private static Map<String, String> sent(String... days) {
        Map<String, String> sent = new HashMap<>();
        String[] names = {"autumn-ends", "autumn-starts", "spring-ends", "spring-starts"};
        for (int at = 0; at < names.length; at++) {
            String[] parts = days[at].isEmpty() ? new String[] {"", "", ""} : days[at].split("-", 3);
            sent.put(names[at] + "-year", parts[0]);
            sent.put(names[at] + "-month", parts[1]);
            sent.put(names[at] + "-day", parts[2]);
        }
        return sent;
    }
}
