package signpost.api.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import signpost.api.pages.Capital;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.engine.vocabulary.Dates;

/** Says what is wrong with a decision in the words of its form. */
final class MistakeWords {

    private MistakeWords() {}

    /** @param lastDay the last day a decision can be put off to */
    static Mistakes of(List<Answer.Wrong> wrong, DecisionForm form, LocalDate lastDay) {
        List<Mistake> mistakes = new ArrayList<>();
        wrong.forEach(one -> mistakes.add(mistake(one, form, lastDay)));
        return new Mistakes(mistakes);
    }

    /** How the API names a field and what is wrong with it, in the words of the form. */
    private static Mistake mistake(Answer.Wrong wrong, DecisionForm form, LocalDate lastDay) {
        return switch (wrong.field()) {
            case "overrideReason.code" -> Mistake.inChoice("overrideReason", "Choose why you override it");
            case "overrideReason.comment" -> new Mistake("comment", "The comment must be 1,000 characters or fewer");
            case "intervention" -> new Mistake("intervention", "Choose something other than what was suggested");
            case "deferredUntil" -> Mistake.inDay("deferredUntil", day(form, lastDay));
            default -> new Mistake("decision", capital(wrong.field()) + " " + wrong.message());
        };
    }

    private static String day(DecisionForm form, LocalDate lastDay) {
        if (form.noSuchDay()) {
            return "Enter a day that exists, such as 27 11 2026";
        }
        return form.deferredUntil().blank()
                ? "Enter the day to come back to it"
                : "The day must be after today and no later than the end of the term, " + Dates.words(lastDay);
    }

    private static String capital(String field) {
        return Capital.first(field);
    }
}
