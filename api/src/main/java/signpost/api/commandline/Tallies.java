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
import java.util.function.BiConsumer;
import signpost.engine.backtest.Backtest;
import signpost.engine.backtest.Minimum;
import signpost.engine.backtest.Share;
import signpost.engine.backtest.Tally;
import signpost.engine.cohort.Disarmed;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** A backtest for programs: the same numbers as its sentences, and nothing where those claim nothing. */
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

    private final Minimum minimum;

    Tallies(Minimum minimum) {
        this.minimum = minimum;
    }

    /** A row a flag and a rule; a count that is too small to tell reads {@code <10}, a share of it is blank. */
    void csv(Backtest backtest, PrintWriter out) {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(COLUMNS);
        each(backtest, (kind, tally) -> {
            List<String> cells = new ArrayList<>(List.of(kind, Disarmed.cell(tally.name())));
            numbers(tally)
                    .forEach((column, number) -> cells.add(number.map(BigDecimal::toPlainString)
                            .orElse(isShare(column) ? "" : "<" + minimum.least())));
            csv.writeRecord(cells);
        });
        try {
            csv.flush();
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten.getMessage(), unwritten);
        }
    }

    /** An array of objects with the names of the columns; null where nothing is claimed. */
    void json(Backtest backtest, PrintWriter out) {
        try (JsonGenerator json = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartArray();
            each(backtest, (kind, tally) -> {
                json.writeStartObject();
                json.writeStringProperty("kind", kind);
                json.writeStringProperty("name", tally.name());
                numbers(tally)
                        .forEach((column, number) -> number.ifPresentOrElse(
                                told -> json.writeNumberProperty(column, told), () -> json.writeNullProperty(column)));
                json.writeEndObject();
                json.writeRaw('\n');
            });
            json.writeEndArray();
            json.writeRaw('\n');
        }
    }

    private static void each(Backtest backtest, BiConsumer<String, Tally> take) {
        backtest.flags().forEach(tally -> take.accept("flag", tally));
        backtest.rules().forEach(tally -> take.accept("rule", tally));
    }

    private Map<String, Optional<BigDecimal>> numbers(Tally tally) {
        Map<String, Optional<BigDecimal>> numbers = new LinkedHashMap<>();
        numbers.put("judged", count(tally.judged()));
        numbers.put("flagged", count(tally.flagged().students()));
        numbers.put("cannot_tell", count(tally.cannotTell().students()));
        numbers.put("flagged_outcome_known", count(tally.right().whole()));
        numbers.put("flagged_left_or_never_placed", count(tally.right().part()));
        share(numbers, "share", tally.right());
        numbers.put("left_or_never_placed", count(tally.found().whole()));
        share(numbers, "found", tally.found());
        numbers.put("missed", count(tally.missed()));
        numbers.put("could_not_tell", count(tally.cannotTell().bad()));
        return numbers;
    }

    private void share(Map<String, Optional<BigDecimal>> numbers, String name, Share share) {
        boolean told = minimum.tells(share);
        numbers.put(name.equals("share") ? name : name + "_share", part(told, share.value()));
        numbers.put(name + "_low", part(told, share.interval().low()));
        numbers.put(name + "_high", part(told, share.interval().high()));
    }

    private Optional<BigDecimal> count(int count) {
        return minimum.tells(count) ? Optional.of(BigDecimal.valueOf(count)) : Optional.empty();
    }

    private static Optional<BigDecimal> part(boolean told, double value) {
        return told ? Optional.of(BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP)) : Optional.empty();
    }

    private static boolean isShare(String column) {
        return column.startsWith("share") || column.startsWith("found");
    }
}
