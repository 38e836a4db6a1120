package signpost.api.meetings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import signpost.api.interviews.AgreedAction;
import signpost.api.pages.FreeText;
import signpost.api.pages.Mistake;
import signpost.api.pages.SentId;
import signpost.api.pages.TypedDay;

/** An action agreed in the meeting, as typed. */
record NewAction(String student, String what, String who, TypedDay by) {

    static final NewAction EMPTY = new NewAction("", "", "", TypedDay.BLANK);

    static NewAction of(Map<String, String> sent) {
        return new NewAction(
                sent.getOrDefault("student", ""),
                FreeText.clean(sent.getOrDefault("what", "")),
                FreeText.clean(sent.getOrDefault("who", "")),
                TypedDay.of(sent, "by"));
    }

    /** The student, if the form names one. */
    Optional<UUID> id() {
        return SentId.of(student);
    }

    /**
     * @param known whether the student is one of the school
     * @param today no action is agreed for an earlier day, nor for one more than two years ahead
     */
    List<Mistake> mistakes(boolean known, LocalDate today) {
        List<Mistake> wrong = new ArrayList<>();
        if (!known) {
            wrong.add(new Mistake("student", "Choose the student"));
        }
        if (what.isEmpty() || what.length() > AgreedAction.LONGEST_WHAT) {
            wrong.add(new Mistake("what", "Enter what was agreed, in 300 characters or fewer"));
        }
        if (who.isEmpty() || who.length() > AgreedAction.LONGEST_WHO) {
            wrong.add(new Mistake("who", "Enter who will do it, in 100 characters or fewer"));
        }
        if (by.noSuchDay()) {
            wrong.add(Mistake.inDay("by", "Enter a day that exists, such as 4 12 2026, or leave it empty"));
        } else if (by.day()
                .filter(day -> day.isBefore(today) || day.isAfter(today.plusYears(2)))
                .isPresent()) {
            wrong.add(Mistake.inDay("by", "Enter a day from today, within two years, or leave it empty"));
        }
        return wrong;
    }

    AgreedAction agreed(UUID id, LocalDate today) {
        return new AgreedAction(
                id, this.id().orElseThrow(), Optional.empty(), what, who, by.day(), today, Optional.empty());
    }
}
