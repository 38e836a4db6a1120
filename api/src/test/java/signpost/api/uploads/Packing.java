package signpost.api.uploads;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes zips and workbooks that Signpost itself would not make. */
final class Packing {

    private static final int LONGEST_CELL = 32_000;

    private Packing() {}

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The small book with one more file, or another in its place. */
    static byte[] book(String path, byte[] content) {
        Map<String, byte[]> files = new TreeMap<>();
        SmallBook.files()
                .paths()
                .forEach(one -> files.put(one, SmallBook.files().bytes(one)));
        files.put(path, content);
        return zip(files);
    }

    static byte[] workbook(List<List<String>> rows) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("Table");
            for (int row = 0; row < rows.size(); row++) {
                var cells = sheet.createRow(row);
                for (int column = 0; column < rows.get(row).size(); column++) {
                    String text = rows.get(row).get(column);
                    cells.createCell(column).setCellValue(text.substring(0, Math.min(text.length(), LONGEST_CELL)));
                }
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A zip with one of its parts rewritten, or added. */
    static byte[] with(byte[] zip, String part, UnaryOperator<String> change) {
        Map<String, byte[]> parts = parts(zip);
        parts.put(part, change.apply(part(zip, part)).getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    /** What one part says; nothing where there is none. */
    static String part(byte[] zip, String part) {
        return new String(parts(zip).getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> parts(byte[] zip) {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return parts;
    }
}
