package signpost.engine.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import signpost.engine.text.Place;
import signpost.engine.text.Problems;

/** The files of a book as they stand: path with forward slashes to bytes. Sizes are capped. */
public final class BookFiles {

    /** No file of a book is larger, in bytes. */
    public static final int LARGEST_FILE = 2 << 20;

    static final int MOST_FILES = 500;
    static final int LARGEST_BOOK = 16 << 20;
    private static final Set<String> ENDINGS = Set.of(".txt", ".csv");

    private final SortedMap<String, byte[]> files;

    public BookFiles(Map<String, byte[]> files) {
        SortedMap<String, byte[]> copy = new TreeMap<>();
        files.forEach((path, bytes) -> copy.put(path, bytes.clone()));
        this.files = Collections.unmodifiableSortedMap(copy);
    }

    /** Texts by path, for tests and small books. */
    public static BookFiles ofTexts(Map<String, String> texts) {
        return new BookFiles(texts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, text -> text.getValue().getBytes(StandardCharsets.UTF_8))));
    }

    /**
     * Every {@code .txt} and {@code .csv} beneath a folder; hidden files and other endings are left out.
     *
     * @throws UncheckedIOException when the folder cannot be read, or is too large to be a rule book
     */
    public static BookFiles ofFolder(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        long size = 0;
        try (Stream<Path> walk = Files.walk(folder, 6)) {
            for (Path path :
                    walk.filter(Files::isRegularFile).filter(BookFiles::belongs).toList()) {
                size += Files.size(path);
                if (size > LARGEST_BOOK || files.size() >= MOST_FILES) {
                    throw new IOException("the folder holds more than " + MOST_FILES + " files or "
                            + (LARGEST_BOOK >> 20) + " MB, too much for a rule book");
                }
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
        return new BookFiles(files);
    }

    private static boolean belongs(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith);
    }

    public Set<String> paths() {
        return files.keySet();
    }

    public byte[] bytes(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new IllegalArgumentException("no file " + path);
        }
        return bytes.clone();
    }

    /** These files, and those of {@code other} whose paths are not taken. */
    public BookFiles over(BookFiles other, Set<String> paths) {
        Map<String, byte[]> both = new TreeMap<>(files);
        paths.forEach(path -> both.putIfAbsent(path, other.bytes(path)));
        return new BookFiles(both);
    }

    /** SHA-256 over paths and contents, in hexadecimal: equal digests are the same book. */
    public String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                byte[] path = file.getKey().getBytes(StandardCharsets.UTF_8);
                sha.update(ByteBuffer.allocate(8)
                        .putInt(path.length)
                        .putInt(file.getValue().length)
                        .array());
                sha.update(path);
                sha.update(file.getValue());
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The texts that can be read; the others become problems. */
    public SortedMap<String, String> texts(Problems problems) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getValue().length > LARGEST_FILE) {
                problems.add(
                        Place.startOf(file.getKey()),
                        "This file is larger than " + (LARGEST_FILE >> 20) + " MB.",
                        "Split it by topic.");
                continue;
            }
            NotText.of(file.getKey(), file.getValue())
                    .ifPresentOrElse(
                            problem -> problems.addAll(List.of(problem)),
                            () -> texts.put(file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8)));
        }
        return texts;
    }

    /** The paths below {@code folder/}, in order. */
    public List<String> below(String folder) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(folder + "/"))
                .toList();
    }
}
