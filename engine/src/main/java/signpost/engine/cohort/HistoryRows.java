package signpost.engine.cohort;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import signpost.engine.profile.Fact;
import signpost.engine.profile.History;
import signpost.engine.profile.Source;
import signpost.engine.profile.TermCalendar;
import signpost.engine.text.Nearest;
import signpost.engine.text.Problem;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Dates;
import signpost.engine.vocabulary.Reading;

/** Reads the rows of a file of earlier days. */
final class HistoryRows {

    private static final Set<String> YES = Set.of("", "y", "yes");
    private static final Set<String> NO = Set.of("n", "no");

    private final Histories.Names names;
    private final LocalDate on;
    private final LocalDate ended;
    private final Consumer<Problem> problems;

    HistoryRows(Histories.Names names, LocalDate on, Consumer<Problem> problems) {
        this.names = names;
        this.on = on;
        this.ended = TermCalendar.english().before(on, 1).ends();
        this.problems = problems;
    }

    /** One row, and where its cells stand. */
    private record Cells(Row row, Columns columns, Ids.Id student) {

        String cell(String column) {
            return row.cell(columns.column(column));
        }

        /** The cell itself is not quoted: it may be personal. */
        Problem problem(String column, String fault, String advice) {
            int at = columns.column(column).orElseThrow();
            return Problem.at(
                    row.place(at), "The cell under \"" + column + "\" " + fault + ", so the row is left out.", advice);
        }
    }

    void take(Row row, Columns columns, Histories histories) {
        columns.whose(row, problems)
                .ifPresent(whose -> take(new Cells(row, columns, whose.all().get(0)), histories));
    }

    private void take(Cells cells, Histories histories) {
        Kept kept = histories.keptOf(cells.student());
        Optional<HistoryKind> kind = HistoryKind.written(cells.cell("kind"));
        Optional<Problem> fault = kind.isEmpty()
                ? Optional.of(cells.problem(
                        "kind",
                        "is not one of " + String.join(", ", HistoryKind.allWords()),
                        meant(cells.cell("kind"), HistoryKind.allWords())))
                : kind.get() == HistoryKind.VALUE
                        ? value(cells, histories)
                        : kind.get() == HistoryKind.FLAGGED
                                ? flag(cells, kept)
                                : help(cells, kind.get(), kind.get().step().orElseThrow(), kept);
        fault.ifPresent(problem -> {
            problems.accept(problem);
            kept.doubt(kind.map(Set::of).orElse(EnumSet.allOf(HistoryKind.class)));
        });
    }

    private Optional<Problem> flag(Cells cells, Kept kept) {
        String flag = cells.cell("name");
        // A flag that is like no other may be one of last term's book.
        Optional<String> near = names.flags().contains(flag) ? Optional.empty() : Nearest.to(flag, names.flags());
        if (flag.isEmpty() || (near.isPresent() && !nothing(flag))) {
            return Optional.of(cells.problem("name", "is no flag of the rule book", meant(flag, names.flags())));
        }
        Optional<Problem> fault = lastTerm(cells).or(() -> yesOrNo(cells));
        if (fault.isEmpty()) {
            kept.record(HistoryKind.FLAGGED);
            if (!nothing(flag) && yes(cells)) {
                kept.flag(flag);
            }
        }
        return fault;
    }

    private Optional<Problem> help(Cells cells, HistoryKind kind, History.Step step, Kept kept) {
        String code = cells.cell("name");
        if (!nothing(code) && !names.interventions().contains(code)) {
            return Optional.of(
                    cells.problem("name", "is no intervention of the catalogue", meant(code, names.interventions())));
        }
        Optional<LocalDate> day = Dates.read(cells.cell("date"));
        if (yesOrNo(cells).isPresent()) {
            return yesOrNo(cells);
        }
        if (nothing(code) || !yes(cells)) {
            kept.record(kind);
        } else if (day.isEmpty()) {
            return Optional.of(cells.problem(
                    "date", "is not a date such as 2026-09-01 or 01/09/2026", "Write the day on which it happened."));
        } else if (!day.get().isAfter(on)) {
            kept.record(kind);
            kept.help(step, new History.Help(code, day.get()));
        }
        return Optional.empty();
    }

    private Optional<Problem> value(Cells cells, Histories histories) {
        Optional<Attribute> attribute = names.vocabulary()
                .byColumn(cells.cell("name"))
                .or(() -> names.vocabulary().byCalled(cells.cell("name")));
        if (attribute.isEmpty()) {
            return Optional.of(cells.problem(
                    "name",
                    "is no attribute of the vocabulary",
                    meant(
                            cells.cell("name"),
                            names.vocabulary().attributes().stream()
                                    .map(Attribute::key)
                                    .toList())));
        }
        Reading reading = FactReader.read(attribute.get(), cells.cell("value"));
        if (reading instanceof Reading.Refused refused) {
            return Optional.of(cells.problem("value", refused.message(), ""));
        }
        Optional<Problem> fault = lastTerm(cells);
        if (fault.isEmpty() && reading instanceof Reading.Read read) {
            LocalDate day = Dates.read(cells.cell("date")).orElse(ended);
            histories.learn(cells.student(), attribute.get().key(), new Fact.Known(read.value(), Source.MIS, day));
        }
        return fault;
    }

    /** What is wrong with the date of something that was so when last term ended: it may be left out. */
    private Optional<Problem> lastTerm(Cells cells) {
        String written = cells.cell("date");
        Optional<LocalDate> day = Dates.read(written);
        if (!written.isEmpty() && day.isEmpty()) {
            return Optional.of(cells.problem(
                    "date", "is not a date such as 2026-09-01 or 01/09/2026", "It may be left empty here."));
        }
        return day.filter(later -> later.isAfter(ended))
                .map(later -> cells.problem(
                        "date",
                        "lies after the end of last term, " + Dates.words(ended),
                        "It may be left empty here."));
    }

    private static Optional<Problem> yesOrNo(Cells cells) {
        String value = cells.cell("value").toLowerCase(Locale.ROOT);
        return YES.contains(value) || NO.contains(value)
                ? Optional.empty()
                : Optional.of(cells.problem("value", "is neither Y nor N", "Left empty it means Y."));
    }

    private static boolean yes(Cells cells) {
        return YES.contains(cells.cell("value").toLowerCase(Locale.ROOT));
    }

    private static boolean nothing(String name) {
        return name.equalsIgnoreCase("none");
    }

    private static String meant(String written, Collection<String> candidates) {
        return Nearest.to(written, candidates)
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElse("");
    }
}
