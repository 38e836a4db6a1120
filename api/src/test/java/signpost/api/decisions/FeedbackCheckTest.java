package signpost.api.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.ShownReasons;
import signpost.api.recommendations.State;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.catalogue.Intervention;
import signpost.engine.catalogue.OverrideReason;
import signpost.engine.rulebook.Severity;

/** What can be chosen instead of a suggestion. */
class FeedbackCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    private static final Instant NOW = TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC);
    private static final OverrideReason REASON = new OverrideReason("ALREADY", "Done already", false, "", false);

    @Test
    void whatIsRetiredCannotBeChosenInstead() {
        assertThat(instead(Optional.of(TODAY)))
                .containsExactly(new Answer.Wrong("intervention", "is retired; choose another"));
        assertThat(instead(Optional.of(TODAY.plusDays(1)))).isEmpty();
        assertThat(instead(Optional.empty())).isEmpty();
    }

    private static List<Answer.Wrong> instead(Optional<LocalDate> retired) {
        Catalogue catalogue = new Catalogue(
                List.of(intervention("MAT-01", Optional.empty()), intervention("MAT-02", retired)), List.of(REASON));
        Feedback feedback = new Feedback(
                "overridden",
                Optional.of(1),
                Optional.of("ALREADY"),
                "",
                Optional.of("MAT-02"),
                Optional.empty(),
                Decider.staff(UUID.randomUUID(), "Sam A"),
                Optional.empty(),
                false);
        return new FeedbackCheck(catalogue, TODAY, TODAY.plusDays(30), NOW).check(feedback, suggested());
    }

    private static Intervention intervention(String code, Optional<LocalDate> retired) {
        return new Intervention(
                code,
                code,
                "",
                "teacher",
                BigDecimal.ONE,
                "group place",
                6,
                1,
                List.of(),
                List.of(),
                false,
                "",
                "",
                List.of(),
                retired);
    }

    private static Recommendation suggested() {
        return new Recommendation(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "MAT-01",
                "",
                UUID.randomUUID(),
                Optional.empty(),
                true,
                State.SUGGESTED,
                1,
                Severity.MEDIUM,
                TODAY,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW,
                NOW,
                new ShownReasons(List.of(), List.of(), List.of(), ""));
    }
}
