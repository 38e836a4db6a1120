package signpost.api.commandline;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import signpost.engine.backtest.Backtest;
import signpost.engine.backtest.Count;
import signpost.engine.backtest.Disclosure;
import signpost.engine.backtest.Minimum;
import signpost.engine.backtest.Share;
import signpost.engine.backtest.Tally;
import signpost.engine.backtest.Told;
import signpost.engine.cohort.Disarmed;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** A backtest for programs: the same numbers as its sentences, and {@code hidden} where those tell nothing. */
final class Tallies {

    private static final List<String> COLUMNS = List.of(
            "kind",
            "name",
            "judged",
            "flagged",
            "cannot_tell",
            "flagged_outcome_known",
            "flagged_left_or_never_placed",
            "share",
            "share_low",
            "share_high",
            "left_or_never_placed",
            "found_share",
            "found_low",
            "found_high",
            "missed",
            "could_not_tell");

    private static final String HIDDEN = "hidden";

    private final Backtest backtest;
    private final Disclosure disclosure;

    Tallies(Minimum minimum, Backtest backtest) {
        this.backtest = backtest;
        this.disclosure = new Disclosure(minimum, backtest);
    }

    /** A number in a row: told, or hidden, or a share of nobody. */
    private sealed interface Figure {

        record Known(BigDecimal number) implements Figure {}

        record Hidden() implements Figure {}

        record None() implements Figure {}
    }

    /** A row a flag and a rule; a number that is not told reads {@code hidden}, a share of nobody is blank. */
    void csv(PrintWriter out) {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(COLUMNS);
        each((kind, tally) -> {
            List<String> cells = new ArrayList<>(List.of(kind, Disarmed.cell(tally.name())));
            figures(disclosure.of(tally)).forEach((column, figure) -> cells.add(cell(figure)));
            csv.writeRecord(cells);
        });
        try {
            csv.flush();
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten.getMessage(), unwritten);
        }
    }

    /** An array of objects with the names of the columns; {@code "hidden"} where nothing is told, null for a share of nobody. */
    void json(PrintWriter out) {
        try (JsonGenerator json = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartArray();
            each((kind, tally) -> {
                json.writeStartObject();
                json.writeStringProperty("kind", kind);
                json.writeStringProperty("name", tally.name());
                figures(disclosure.of(tally)).forEach((column, figure) -> write(json, column, figure));
                json.writeEndObject();
                json.writeRaw('\n');
            });
            json.writeEndArray();
            json.writeRaw('\n');
        }
    }

    private static String cell(Figure figure) {
        return figure instanceof Figure.Known known
                ? known.number().toPlainString()
                : figure instanceof Figure.Hidden ? HIDDEN : "";
    }

    private static void write(JsonGenerator json, String column, Figure figure) {
        if (figure instanceof Figure.Known known) {
            json.writeNumberProperty(column, known.number());
        } else if (figure instanceof Figure.Hidden) {
            json.writeStringProperty(column, HIDDEN);
        } else {
            json.writeNullProperty(column);
        }
    }

    private void each(BiConsumer<String, Tally> take) {
        backtest.flags().forEach(tally -> take.accept("flag", tally));
        backtest.rules().forEach(tally -> take.accept("rule", tally));
    }

    private static Map<String, Figure> figures(Told told) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("judged", count(told, Count.JUDGED));
        figures.put("flagged", count(told, Count.FLAGGED));
        figures.put("cannot_tell", count(told, Count.CANNOT_TELL));
        figures.put("flagged_outcome_known", count(told, Count.FLAGGED_OUTCOME_KNOWN));
        figures.put("flagged_left_or_never_placed", count(told, Count.FLAGGED_BAD));
        figures.put("share", share(told.right(), Share::value));
        figures.put("share_low", share(told.right(), share -> share.interval().low()));
        figures.put("share_high", share(told.right(), share -> share.interval().high()));
        figures.put("left_or_never_placed", count(told, Count.BAD));
        figures.put("found_share", share(told.found(), Share::value));
        figures.put("found_low", share(told.found(), share -> share.interval().low()));
        figures.put("found_high", share(told.found(), share -> share.interval().high()));
        figures.put("missed", count(told, Count.MISSED));
        figures.put("could_not_tell", count(told, Count.COULD_NOT_TELL));
        return figures;
    }

    private static Figure count(Told told, Count count) {
        OptionalInt number = told.count(count);
        return number.isPresent() ? new Figure.Known(BigDecimal.valueOf(number.getAsInt())) : new Figure.Hidden();
    }

    private static Figure share(Optional<Share> told, ToDoubleFunction<Share> end) {
        if (told.isEmpty()) {
            return new Figure.Hidden();
        }
        return told.get().whole() == 0
                ? new Figure.None()
                : new Figure.Known(
                        BigDecimal.valueOf(end.applyAsDouble(told.get())).setScale(3, RoundingMode.HALF_UP));
    }
}
