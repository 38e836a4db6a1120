package signpost.api.decisions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import signpost.api.recommendations.Recommendation;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.catalogue.OverrideReason;

/** Finds everything that is wrong with a decision before it counts. */
final class FeedbackCheck {

    private static final int LONGEST_COMMENT = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(10);

    private final Catalogue catalogue;
    private final LocalDate today;
    private final LocalDate lastDay;
    private final Instant now;
    private final List<Answer.Wrong> wrong = new ArrayList<>();

    /** @param lastDay the last day a decision can be put off to: the end of the term */
    FeedbackCheck(Catalogue catalogue, LocalDate today, LocalDate lastDay, Instant now) {
        this.catalogue = catalogue;
        this.today = today;
        this.lastDay = lastDay;
        this.now = now;
    }

    List<Answer.Wrong> check(Feedback feedback, Recommendation recommendation) {
        if (Outcome.of(feedback.outcome()).isEmpty()) {
            add("outcome", "must be accepted, overridden or deferred");
        }
        override(feedback, recommendation);
        deferral(feedback);
        if (feedback.comment().length() > LONGEST_COMMENT) {
            add("overrideReason.comment", "must not be longer than " + LONGEST_COMMENT + " characters");
        }
        if (unprintable(feedback.comment())) {
            add("overrideReason.comment", "must not hold control characters");
        }
        wrong.addAll(name(feedback.decidedBy().name()));
        if (feedback.decidedAt()
                .filter(at -> at.isAfter(now.plus(CLOCKS_MAY_DIFFER)))
                .isPresent()) {
            add("outcomeTimestamp", "must not lie in the future");
        }
        if (feedback.decidedAt()
                .filter(at -> at.isBefore(recommendation.raisedAt().minus(CLOCKS_MAY_DIFFER)))
                .isPresent()) {
            add("outcomeTimestamp", "must not lie before the recommendation was made");
        }
        return wrong;
    }

    /** What is wrong with the name of who decided. */
    static List<Answer.Wrong> name(String name) {
        List<Answer.Wrong> wrong = new ArrayList<>();
        if (unprintable(name)) {
            wrong.add(new Answer.Wrong("decidedBy", "must not hold control characters"));
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            wrong.add(new Answer.Wrong(
                    "decidedBy", "must name the person who decided, in at most " + LONGEST_NAME + " characters"));
        }
        return wrong;
    }

    private static boolean unprintable(String text) {
        return text.chars()
                .anyMatch(
                        letter -> Character.isISOControl(letter) && letter != '\n' && letter != '\r' && letter != '\t');
    }

    private void override(Feedback feedback, Recommendation recommendation) {
        boolean overridden = feedback.outcome().equals(Outcome.OVERRIDDEN.code());
        if (overridden && feedback.overrideReason().flatMap(catalogue::reason).isEmpty()) {
            add(
                    "overrideReason.code",
                    "must be one of "
                            + catalogue.reasons().stream()
                                    .map(OverrideReason::code)
                                    .collect(Collectors.joining(", ")));
        }
        if (!overridden && feedback.overrideReason().isPresent()) {
            add("overrideReason.code", "belongs to an override only");
        }
        feedback.intervention().ifPresent(code -> {
            if (!overridden) {
                add("intervention", "can be chosen instead only when overriding");
            } else if (catalogue.intervention(code).isEmpty()) {
                add("intervention", "is not in the catalogue");
            } else if (catalogue.offeredOn(today).stream()
                    .noneMatch(one -> one.code().equals(code))) {
                add("intervention", "is retired; choose another");
            } else if (code.equals(recommendation.intervention())) {
                add("intervention", "is the one suggested; accept it, or choose another");
            }
        });
    }

    private void deferral(Feedback feedback) {
        boolean deferred = feedback.outcome().equals(Outcome.DEFERRED.code());
        if (deferred && feedback.deferredUntil().isEmpty()) {
            add("deferredUntil", "must say until when");
        }
        if (!deferred && feedback.deferredUntil().isPresent()) {
            add("deferredUntil", "belongs to a deferral only");
        }
        feedback.deferredUntil().filter(day -> deferred).ifPresent(day -> {
            if (!day.isAfter(today) || day.isAfter(lastDay)) {
                add("deferredUntil", "must lie after today and not after the end of the term, " + lastDay);
            }
        });
    }

    private void add(String field, String message) {
        wrong.add(new Answer.Wrong(field, message));
    }
}
