package signpost.api.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import signpost.api.pages.FreeText;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.TypedDay;
import signpost.engine.catalogue.Intervention;

/** An intervention somebody adds, as typed. */
record AddForm(String intervention, String reason, TypedDay due) {

    private static final int LONGEST_REASON = 1_000;

    static AddForm of(Map<String, String> sent) {
        return new AddForm(
                sent.getOrDefault("intervention", "").strip(),
                FreeText.clean(sent.getOrDefault("reason", "")),
                TypedDay.of(sent, "due"));
    }

    /** @param offered what can be added today */
    Mistakes mistakes(List<Intervention> offered, LocalDate today) {
        List<Mistake> all = new ArrayList<>();
        if (offered.stream().noneMatch(one -> one.code().equals(intervention))) {
            all.add(new Mistake("intervention", "Choose an intervention"));
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            all.add(new Mistake(
                    "reason",
                    reason.isEmpty() ? "Write why you add it" : "The reason must be 1,000 characters or fewer"));
        }
        if (due.blank()) {
            all.add(Mistake.inDay("due", "Enter the day by which to do it"));
        } else if (due.noSuchDay()) {
            all.add(Mistake.inDay("due", "Enter a day that exists, such as 27 11 2026"));
        } else if (due.day()
                .filter(day -> day.isBefore(today) || day.isAfter(today.plusYears(1)))
                .isPresent()) {
            all.add(Mistake.inDay("due", "The day must be today or within a year from now"));
        }
        return new Mistakes(all);
    }
}
