package signpost.engine.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import signpost.engine.text.BlockReader;
import signpost.engine.text.Place;
import signpost.engine.text.Problems;

/** Unpacks one zip, which may be hostile. */
final class Unpacking {

    static final int LARGEST_ZIP = BookFiles.LARGEST_BOOK + (1 << 20);
    private static final int MOST_ENTRIES = 4 * BookFiles.MOST_FILES;
    private static final int LONGEST_PATH = 200;
    private static final Set<Integer> METHODS = Set.of(ZipEntry.STORED, ZipEntry.DEFLATED);
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
    /** Controls, invisible characters, and what a file's name cannot hold everywhere. */
    private static final Pattern ODD = Pattern.compile("[\\p{C}\\\\:*?\"<>|]");

    private static final String NOT_A_ZIP = "Make the zip again, from the content of the book's folder.";

    private final String archive;
    private final Problems problems = new Problems();
    private final Map<String, byte[]> files = new TreeMap<>();
    private long size;

    Unpacking(String archive) {
        this.archive = shown(archive);
    }

    ZipReading unpack(byte[] bytes) {
        if (bytes.length > LARGEST_ZIP) {
            tooMuch();
        } else {
            read(bytes);
        }
        if (problems.isEmpty() && files.isEmpty()) {
            whole("This zip holds no file of a rule book.", NOT_A_ZIP);
        }
        return problems.isEmpty()
                ? new ZipReading.Unpacked(new BookFiles(files))
                : new ZipReading.Refused(problems.all());
    }

    private void read(byte[] bytes) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_ENTRIES) {
                tooMuch();
                return;
            }
            for (ZipArchiveEntry entry : entries) {
                if (!take(zip, entry)) {
                    return;
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            // A library that reads crafted bytes may stumble anywhere; all of it means the same to the reader.
            whole("This is not a zip, or it is damaged.", NOT_A_ZIP);
        }
    }

    /** Whether to go on. */
    private boolean take(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        String path = entry.getName();
        if (!sound(path)) {
            whole(
                    "It holds a file with the path \"" + shown(path) + "\", which cannot be part of a book.",
                    "Paths have folders and a name, such as topics/attendance.txt, and no unusual characters.");
        } else if (!entry.isDirectory() && !passedOver(path)) {
            Place place = Place.startOf(path);
            if (entry.isUnixSymlink() || !METHODS.contains(entry.getMethod()) || !zip.canReadEntryData(entry)) {
                problems.add(
                        place,
                        "This file is encrypted, a link, or packed in an unusual way.",
                        "Make the zip again without a password, from plain files.");
            } else if (!FileNames.belongs(path)) {
                FileNames.refuse(path, problems);
            } else if (files.containsKey(path)) {
                problems.add(place, "The zip holds this file twice.", "Keep one of them.");
            } else if (FileNames.alike(files.keySet(), path).isPresent()) {
                FileNames.alike(files.keySet(), path).ifPresent(other -> FileNames.refuseAlike(path, other, problems));
            } else {
                return content(zip, entry, path, place);
            }
        }
        return true;
    }

    private boolean content(ZipFile zip, ZipArchiveEntry entry, String path, Place place) throws IOException {
        byte[] content;
        try (InputStream in = zip.getInputStream(entry)) {
            content = in.readNBytes(BookFiles.LARGEST_FILE + 1);
        }
        size += content.length;
        if (size > BookFiles.LARGEST_BOOK || files.size() >= BookFiles.MOST_FILES) {
            tooMuch();
            return false;
        }
        if (content.length > BookFiles.LARGEST_FILE) {
            problems.add(
                    place, "This file is larger than " + (BookFiles.LARGEST_FILE >> 20) + " MB.", "Split it by topic.");
        } else if (BookZip.crc(content) != entry.getCrc()) {
            problems.add(place, "This file is damaged.", NOT_A_ZIP);
        } else if (!path.endsWith(".xlsx") && isArchive(content)) {
            problems.add(place, "This is an archive within the archive.", "Unpack it first, and put its files here.");
        } else {
            files.put(path, content);
        }
        return true;
    }

    private static boolean isArchive(byte[] content) {
        return begins(content, 'P', 'K', 3, 4)
                || begins(content, 0x1f, 0x8b)
                || begins(content, 'R', 'a', 'r', '!')
                || begins(content, '7', 'z', 0xbc, 0xaf);
    }

    private static boolean begins(byte[] content, int... with) {
        for (int at = 0; at < with.length; at++) {
            if (at >= content.length || (content[at] & 0xff) != with[at]) {
                return false;
            }
        }
        return true;
    }

    private static boolean sound(String path) {
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return bare.length() <= LONGEST_PATH
                && !DRIVE.matcher(bare).matches()
                && !ODD.matcher(bare).find()
                && Arrays.stream(bare.split("/", -1))
                        .noneMatch(part -> part.isBlank() || part.equals(".") || part.equals(".."));
    }

    /** What a Mac's own zip program adds, and what a folder's reading passes over too. */
    private static boolean passedOver(String path) {
        return path.startsWith("__MACOSX/") || FileNames.passedOver(path);
    }

    private void tooMuch() {
        whole(
                "Unpacked, this holds more than " + BookFiles.MOST_FILES + " files or " + (BookFiles.LARGEST_BOOK >> 20)
                        + " MB, too much for a rule book.",
                "Take away what is not a rule.");
    }

    private void whole(String message, String advice) {
        problems.add(Place.startOf(archive), message, advice);
    }

    private static String shown(String name) {
        return BlockReader.shortened(name.replaceAll("\\p{C}", "?"));
    }
}
