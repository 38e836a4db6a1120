package signpost.api.meetings;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import signpost.engine.cohort.Disarmed;

/** A meeting list as a CSV that a spreadsheet opens without running any of it. */
final class MeetingCsv {

    /** By this a spreadsheet knows that the file is UTF-8. */
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private MeetingCsv() {}

    static byte[] of(List<Line> lines) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(MARK);
        try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
            csv.writeRecord("Student", "Year and group", "Need", "Agreed action", "Who", "By when");
            for (Line line : lines) {
                List<Line.Action> actions =
                        line.actions().isEmpty() ? List.of(new Line.Action("", "", "")) : line.actions();
                for (Line.Action action : actions) {
                    csv.writeRecord(
                            Stream.of(line.name(), line.about(), line.need(), action.what(), action.who(), action.by())
                                    .map(Disarmed::cell)
                                    .toList());
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }
}
