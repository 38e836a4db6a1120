package signpost.api.evidence;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import signpost.engine.catalogue.OverrideReason;
import signpost.engine.cohort.Disarmed;

/** The evidence as a file for a spreadsheet, in which no cell runs as a formula. */
final class EvidenceCsv {

    private EvidenceCsv() {}

    /** @param first the heading of the names: rule or person */
    static String of(String first, List<Tallied> lines, Collection<OverrideReason> reasons) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            List<String> header = new ArrayList<>(List.of(first, "suggested", "accepted", "overridden"));
            reasons.forEach(reason -> header.add("overridden_" + reason.code()));
            header.addAll(List.of(
                    "deferred", "ignored", "not_shown", "open", "withdrawn", "decided_in_bulk", "median_seconds"));
            csv.writeRecord(header);
            lines.forEach(line -> csv.writeRecord(cells(line, reasons)));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static List<String> cells(Tallied line, Collection<OverrideReason> reasons) {
        List<String> cells = new ArrayList<>(List.of(
                Disarmed.cell(line.name()), "" + line.suggested(), "" + line.accepted(), "" + line.overriddenInAll()));
        reasons.forEach(reason -> cells.add("" + line.overridden().getOrDefault(reason.code(), 0)));
        cells.addAll(List.of(
                "" + line.deferred(),
                "" + line.ignored(),
                "" + line.notShown(),
                "" + line.open(),
                "" + line.withdrawn(),
                "" + line.bulk(),
                line.seconds().isPresent() ? "" + line.seconds().getAsLong() : ""));
        return cells;
    }
}
