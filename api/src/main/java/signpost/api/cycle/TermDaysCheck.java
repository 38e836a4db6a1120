package signpost.api.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.TypedDay;
import signpost.engine.vocabulary.Dates;

/** Tells everything that is wrong with the days of a year, as somebody typed them, at once. */
final class TermDaysCheck {

    private final List<TermDays.Pass> passes;
    private final LocalDate today;
    private final List<Mistake> wrong = new ArrayList<>();

    TermDaysCheck(List<TermDays.Pass> passes, LocalDate today) {
        this.passes = passes;
        this.today = today;
    }

    /** Everything wrong with them. */
    Mistakes mistakes() {
        LocalDate from = passes.get(0).earlier().term().starts();
        for (TermDays.Pass pass : passes) {
            if (!pass.fixed()) {
                check(pass, from);
            }
            from = pass.starts().day().orElse(pass.later().term().starts());
        }
        return new Mistakes(wrong);
    }

    private void check(TermDays.Pass pass, LocalDate from) {
        String endField = pass.name() + "-ends";
        String startField = pass.name() + "-starts";
        Optional<LocalDate> ends = day(pass.ends(), endField, pass.legendOfEnd());
        Optional<LocalDate> starts = day(pass.starts(), startField, pass.legendOfStart());
        ends.ifPresent(day -> inYear(pass, day, from, endField));
        if (ends.isEmpty() || starts.isEmpty()) {
            return;
        }
        LocalDate due = ends.get().plusDays(1);
        if (starts.get().isAfter(due)) {
            wrong.add(Mistake.inDay(
                    startField,
                    "There is a gap from " + Dates.words(due) + " to "
                            + Dates.words(starts.get().minusDays(1))
                            + ": a holiday belongs to the term before it, so the "
                            + pass.later().term().season().words() + " term begins on the day after the "
                            + pass.earlier().term().season().words() + " term ends"));
        } else if (starts.get().isBefore(due)) {
            wrong.add(Mistake.inDay(
                    startField,
                    "The terms overlap: the " + pass.later().term().season().words() + " term must begin on "
                            + Dates.words(due) + ", the day after the "
                            + pass.earlier().term().season().words() + " term ends"));
        }
    }

    private void inYear(TermDays.Pass pass, LocalDate day, LocalDate from, String field) {
        LocalDate until = passes.get(passes.size() - 1).later().term().ends();
        if (day.isBefore(from)) {
            wrong.add(Mistake.inDay(
                    field,
                    "The " + pass.earlier().term().season().words() + " term must end on or after its first day, "
                            + Dates.words(from)));
        } else if (!day.isBefore(until)) {
            wrong.add(Mistake.inDay(
                    field,
                    "The " + pass.earlier().term().season().words() + " term must end before the year does, on "
                            + Dates.words(until)));
        } else if (day.isBefore(today)) {
            wrong.add(Mistake.inDay(field, "A term cannot end before today, " + Dates.words(today)));
        }
    }

    private Optional<LocalDate> day(TypedDay typed, String field, String legend) {
        if (typed.day().isEmpty()) {
            wrong.add(Mistake.inDay(
                    field,
                    typed.blank()
                            ? "Enter the " + legend.substring(0, 1).toLowerCase(Locale.UK) + legend.substring(1)
                            : legend + ": enter a day that exists, such as 31 12 2026"));
        }
        return typed.day();
    }
}
