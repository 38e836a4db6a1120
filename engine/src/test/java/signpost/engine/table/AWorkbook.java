package signpost.engine.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Excel workbooks for tests, good and tampered with. */
public final class AWorkbook {

    private AWorkbook() {}

    /** One sheet named Points, its rows written as CSV without quotation marks. */
    public static byte[] of(String csv) {
        return of(csv, workbook -> {});
    }

    /** As {@link #of(String)}, changed before it is saved. */
    public static byte[] of(String csv, Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            fill(workbook.createSheet("Points"), csv);
            change.accept(workbook);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static void fill(Sheet sheet, String csv) {
        String[] rows = csv.split("\n", -1);
        for (int at = 0; at < rows.length; at++) {
            String[] cells = rows[at].split(",", -1);
            for (int column = 0; column < cells.length; column++) {
                if (!cells[column].isBlank()) {
                    cell(sheet, at + 1, column + 1).setCellValue(cells[column]);
                }
            }
        }
    }

    /** A cell by row and column from 1. */
    public static Cell cell(Sheet sheet, int row, int column) {
        var found = sheet.getRow(row - 1) == null ? sheet.createRow(row - 1) : sheet.getRow(row - 1);
        return found.getCell(column - 1) == null ? found.createCell(column - 1) : found.getCell(column - 1);
    }

    /** The same workbook with one part's text rewritten. */
    public static byte[] rewritten(byte[] workbook, String part, UnaryOperator<String> text) {
        return zipped(workbook, part, text, Map.of());
    }

    /** The same workbook without a part. */
    public static byte[] without(byte[] workbook, String part) {
        return zipped(workbook, part, null, Map.of());
    }

    /** Text as the content of an element or an attribute. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The same workbook with further parts. */
    public static byte[] with(byte[] workbook, Map<String, byte[]> parts) {
        return zipped(workbook, "", UnaryOperator.identity(), parts);
    }

    private static byte[] zipped(
            byte[] workbook, String part, @Nullable UnaryOperator<String> text, Map<String, byte[]> more) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().equals(part) && text == null) {
                    continue;
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        text != null && entry.getName().equals(part)
                                ? text.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
            for (Map.Entry<String, byte[]> one : more.entrySet()) {
                out.putNextEntry(new ZipEntry(one.getKey()));
                out.write(one.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
