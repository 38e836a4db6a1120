package signpost.engine.sheet;

import java.util.List;
import java.util.stream.Collectors;

/** Writes rows of a CSV file, with quotation marks only where there must be some. */
final class CsvWriting {

    private CsvWriting() {}

    static String row(List<String> cells) {
        return SameCells.trimmed(cells).isEmpty()
                ? ""
                : cells.stream().map(CsvWriting::cell).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        boolean quoted = text.chars().anyMatch(one -> one == ',' || one == '"' || one == '\n' || one == '\r')
                || !text.equals(text.strip());
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
