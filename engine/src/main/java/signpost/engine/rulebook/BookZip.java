package signpost.engine.rulebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A whole book as one zip, and back. What is unpacked is byte for byte what was packed. */
public final class BookZip {

    /** No zip of a book is larger, in bytes. */
    public static final int LARGEST = Unpacking.LARGEST_ZIP;

    /** The year 1980, where zip's clock begins, would be written together with the zone of this machine. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    private BookZip() {}

    /**
     * Packs a book. The same book gives the same bytes on every machine, so nothing is compressed: compressors differ.
     */
    public static byte[] pack(BookFiles files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String path : files.paths()) {
                byte[] content = files.bytes(path);
                zip.putNextEntry(entry(path, content));
                zip.write(content);
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String path, byte[] content) {
        ZipEntry entry = new ZipEntry(path);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc(content));
        entry.setTimeLocal(ALWAYS);
        return entry;
    }

    /**
     * Unpacks a zip that anybody may have made. Sizes it claims are not believed; anything odd refuses the whole, with
     * every reason found.
     *
     * @param archive the zip's own name, for problems
     */
    public static ZipReading unpack(String archive, byte[] zip) {
        return new Unpacking(archive).unpack(zip);
    }

    static long crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }
}
