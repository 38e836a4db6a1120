package signpost.api.students.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import signpost.api.students.imports.CsvRecords.Scanned;

/** What came of reading a file as a table. */
sealed interface CsvTable {

    /** Headers and rows; damaged rows already carry their problem. */
    record Rows(List<String> header, List<Draft> drafts) implements CsvTable {}

    /** No table at all. */
    record None(String reason) implements CsvTable {}

    int MOST_ROWS = 100_000;
    int MOST_COLUMNS = 500;
    int LONGEST_CELL = 10_000;

    static CsvTable read(byte[] file) {
        Optional<String> fault = CsvText.fault(file);
        if (fault.isPresent()) {
            return new None(fault.get());
        }
        String text = CsvText.of(file);
        List<Scanned> records = CsvRecords.of(text, separator(text), MOST_ROWS + 2);
        int header = 0;
        while (header < records.size() && isBlank(records.get(header))) {
            header++;
        }
        if (header == records.size()) {
            return new None("The file is empty.");
        }
        return table(records.get(header), records.subList(header + 1, records.size()));
    }

    private static CsvTable table(Scanned header, List<Scanned> records) {
        if (!header.damage().isEmpty() || header.cells().size() > MOST_COLUMNS) {
            return new None("The first row cannot be read as a header. Export the file again as CSV.");
        }
        if (records.size() > MOST_ROWS) {
            return new None(
                    String.format(Locale.UK, "The file has more than %,d rows. Send it in several parts.", MOST_ROWS));
        }
        List<Draft> drafts = new ArrayList<>(records.size());
        for (int at = 0; at < records.size(); at++) {
            if (!isBlank(records.get(at))) {
                drafts.add(draft(at + 1, records.get(at), header.cells()));
            }
        }
        return new Rows(header.cells(), drafts);
    }

    private static Draft draft(int number, Scanned row, List<String> header) {
        var draft =
                new Draft(number, row.cells().stream().map(RefusedCsv::asSent).toList());
        int cells = row.cells().size();
        if (!row.damage().isEmpty()) {
            draft.refuse(row.damage());
        } else if (isTotal(row.cells())) {
            draft.refuse("is a totals row, not a student");
        } else if (cells != header.size()) {
            draft.refuse("has " + cells + " cells where the header has " + header.size()
                    + (cells > header.size() ? ": put text that holds a comma in quotation marks" : ""));
        } else {
            for (int at = 0; at < cells; at++) {
                if (row.cells().get(at).length() > LONGEST_CELL) {
                    draft.refuse(
                            header.get(at), String.format(Locale.UK, "is longer than %,d characters", LONGEST_CELL));
                }
            }
        }
        return draft;
    }

    private static boolean isTotal(List<String> cells) {
        return cells.stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .filter(cell -> cell.strip().matches("(?i)((grand|sub)[ -]?)?totals?:?"))
                .isPresent();
    }

    private static boolean isBlank(Scanned row) {
        return row.cells().stream().allMatch(String::isBlank);
    }

    /** Whichever separates most in the first line that is not blank. */
    private static char separator(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }
}
