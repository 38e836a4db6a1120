package signpost.api.students.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The records of a text, blank ones included, so that their places count. A damaged one costs its own line and no more:
 * reading goes on at the next line, except after a quotation mark that never closes.
 */
final class CsvRecords {

    private static final String STRAY_TEXT =
            "has text after a closing quotation mark:" + " a quotation mark inside a cell is written twice";
    private static final String NEVER_CLOSES =
            "has a quotation mark that never closes, so this row and all after it cannot be read";
    private static final String SWALLOWED = "comes after a quotation mark that never closes, in row %d";

    /**
     * A record.
     *
     * @param damage why its cells cannot be trusted, or empty
     */
    record Scanned(List<String> cells, String damage) {}

    private final String text;
    private final char separator;
    private final int most;
    private final List<Scanned> found = new ArrayList<>();
    private int offset;

    private CsvRecords(String text, char separator, int most) {
        this.text = text;
        this.separator = separator;
        this.most = most;
    }

    /** All records, or the first {@code most}. */
    static List<Scanned> of(String text, char separator, int most) {
        var records = new CsvRecords(text, separator, most);
        while (!records.readsOn() && records.found.size() < most) {
            if (records.neverCloses()) {
                records.giveUp();
            } else {
                records.addLine(STRAY_TEXT);
            }
        }
        return records.found;
    }

    /** Reads whole records from the offset; false when it stopped before a damaged one. */
    private boolean readsOn() {
        try (CsvReader<CsvRecord> reader = reader(false)) {
            for (CsvRecord csv : reader) {
                if (found.size() >= most) {
                    return true;
                }
                found.add(new Scanned(csv.getFields(), ""));
                skip(csv);
            }
            return true;
        } catch (CsvParseException damaged) {
            return false;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private boolean neverCloses() {
        try (CsvReader<CsvRecord> reader = reader(true)) {
            return reader.iterator().hasNext();
        } catch (CsvParseException otherwiseDamaged) {
            return false;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private CsvReader<CsvRecord> reader(boolean openEnded) throws IOException {
        var rest = new StringReader(text);
        rest.skip(offset);
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(openEnded)
                .ofCsvRecord(rest);
    }

    private void giveUp() {
        String damage = NEVER_CLOSES;
        String swallowed = SWALLOWED.formatted(found.size());
        while (offset < text.length() && found.size() < most) {
            addLine(damage);
            damage = swallowed;
        }
    }

    private void addLine(String damage) {
        int from = offset;
        skipLine();
        String line = text.substring(from, offset).stripTrailing();
        found.add(new Scanned(Arrays.asList(line.split(Pattern.quote(String.valueOf(separator)), -1)), damage));
    }

    /** A record spans one line, and one more for each line break within its quoted cells. */
    private void skip(CsvRecord csv) {
        skipLine();
        csv.getFields().forEach(cell -> {
            for (int at = 0; at < cell.length(); at++) {
                char c = cell.charAt(at);
                boolean carriageReturnAlone = c == '\r' && !cell.startsWith("\n", at + 1);
                if (c == '\n' || carriageReturnAlone) {
                    skipLine();
                }
            }
        });
    }

    private void skipLine() {
        while (offset < text.length()) {
            char c = text.charAt(offset++);
            if (c == '\n') {
                return;
            }
            if (c == '\r') {
                offset += offset < text.length() && text.charAt(offset) == '\n' ? 1 : 0;
                return;
            }
        }
    }
}
