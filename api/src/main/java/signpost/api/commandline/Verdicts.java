package signpost.api.commandline;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import signpost.engine.cohort.Disarmed;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes verdicts one after the other, so that their number does not matter. */
interface Verdicts {

    void write(Verdict verdict);

    /** Writes what comes after the last. */
    void end();

    /** A row each: {@code student_id,scores,flags,recommendations,cannot_tell}, lists separated by semicolons. */
    final class Csv implements Verdicts {

        private final CsvWriter csv;

        Csv(Writer out) {
            csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
            csv.writeRecord("student_id", "scores", "flags", "recommendations", "cannot_tell");
        }

        @Override
        public void write(Verdict verdict) {
            csv.writeRecord(
                    Disarmed.cell(verdict.studentId()),
                    Disarmed.cell(verdict.scores().entrySet().stream()
                            .map(score -> score.getKey() + "=" + Verdict.points(score.getValue()))
                            .collect(Collectors.joining(";"))),
                    listed(verdict.flags()),
                    listed(verdict.recommendations()),
                    listed(verdict.cannotTell()));
        }

        @Override
        public void end() {
            try {
                csv.flush();
            } catch (IOException unwritten) {
                throw new UncheckedIOException(unwritten.getMessage(), unwritten);
            }
        }

        private static String listed(List<String> names) {
            return Disarmed.cell(String.join(";", names));
        }
    }

    /** An array of objects with the same names; a score is an object of {@code least} and {@code most} points. */
    final class Json implements Verdicts {

        private final JsonGenerator json;

        Json(Writer out) {
            json = JsonFactory.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build()
                    .createGenerator(ObjectWriteContext.empty(), out);
            json.writeStartArray();
        }

        @Override
        public void write(Verdict verdict) {
            json.writeStartObject();
            json.writeStringProperty("student_id", verdict.studentId());
            json.writeObjectPropertyStart("scores");
            verdict.scores().forEach((score, points) -> {
                json.writeObjectPropertyStart(score);
                json.writeNumberProperty("least", points.least());
                json.writeNumberProperty("most", points.most());
                json.writeEndObject();
            });
            json.writeEndObject();
            list("flags", verdict.flags());
            list("recommendations", verdict.recommendations());
            list("cannot_tell", verdict.cannotTell());
            json.writeEndObject();
            json.writeRaw('\n');
        }

        @Override
        public void end() {
            json.writeEndArray();
            json.writeRaw('\n');
            json.close();
        }

        private void list(String name, List<String> values) {
            json.writeArrayPropertyStart(name);
            values.forEach(json::writeString);
            json.writeEndArray();
        }
    }
}
