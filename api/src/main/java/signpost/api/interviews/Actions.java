package signpost.api.interviews;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import signpost.api.pages.Mistake;
import signpost.engine.vocabulary.Dates;

/** Reads agreed actions as somebody typed them. */
final class Actions {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.UK);

    private Actions() {}

    static String written(LocalDate day) {
        return TYPED.format(day);
    }

    /** What cannot be kept as it is, goes to {@code mistakes}. */
    static void check(InterviewForm.TypedAction action, LocalDate today, List<Mistake> mistakes) {
        String row = "action-" + action.number() + "-";
        if (action.what().isEmpty()) {
            mistakes.add(new Mistake(row + "what", "Enter what was agreed in action " + action.number()));
        } else if (action.what().length() > AgreedAction.LONGEST_WHAT) {
            mistakes.add(new Mistake(row + "what", "Action " + action.number() + " must be 300 characters or fewer"));
        }
        if (action.who().isEmpty()) {
            mistakes.add(new Mistake(row + "who", "Enter who will do action " + action.number()));
        } else if (action.who().length() > AgreedAction.LONGEST_WHO) {
            mistakes.add(new Mistake(
                    row + "who", "Who will do action " + action.number() + " must be 100 characters or fewer"));
        }
        if (!action.by().isEmpty() && by(action).filter(day -> near(day, today)).isEmpty()) {
            mistakes.add(new Mistake(
                    row + "by",
                    "Enter a day such as " + written(today.plusDays(14)) + " by which action " + action.number()
                            + " will be done, or leave it empty"));
        }
    }

    private static boolean near(LocalDate day, LocalDate today) {
        return !day.isBefore(today.minusYears(1)) && !day.isAfter(today.plusYears(2));
    }

    static Optional<LocalDate> by(InterviewForm.TypedAction action) {
        return Dates.read(action.by());
    }
}
