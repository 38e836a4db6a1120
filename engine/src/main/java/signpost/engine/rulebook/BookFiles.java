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
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private static final String TOO_MUCH =
            "more than " + MOST_FILES + " files or " + (LARGEST_BOOK >> 20) + " MB, too much for a rule book";

    private final SortedMap<String, byte[]> files;
    private final SortedSet<String> strangers;
    private final boolean layered;

    public BookFiles(Map<String, byte[]> files) {
        this(files, Set.of());
    }

    /** @param strangers files that lie in the folder and cannot be part of a book; they were not opened */
    private BookFiles(Map<String, byte[]> files, Set<String> strangers) {
        SortedMap<String, byte[]> copy = new TreeMap<>();
        files.forEach((path, bytes) -> copy.put(path, bytes.clone()));
        this.files = Collections.unmodifiableSortedMap(copy);
        this.strangers = Collections.unmodifiableSortedSet(new TreeSet<>(strangers));
        this.layered = copy.keySet().stream().anyMatch(path -> path.startsWith(Layer.TRUST.folder()));
    }

    /** Texts by path, for tests and small books. */
    public static BookFiles ofTexts(Map<String, String> texts) {
        return new BookFiles(texts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, text -> text.getValue().getBytes(StandardCharsets.UTF_8))));
    }

    /**
     * Every file beneath a folder that can be part of a book. Hidden files and those for people, such as a README, are
     * passed over; any other is remembered, so that reading can say that it does not belong.
     *
     * @throws UncheckedIOException when the folder cannot be read, or is too large to be a rule book
     */
    public static BookFiles ofFolder(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        Set<String> strangers = new TreeSet<>();
        long size = 0;
        try (Stream<Path> walk = Files.walk(folder, 6)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (FileNames.passedOver(path)) {
                    continue;
                }
                if (!FileNames.belongs(path)) {
                    strangers.add(path);
                    continue;
                }
                size += Files.size(file);
                if (size > LARGEST_BOOK || files.size() >= MOST_FILES) {
                    throw new IOException("the folder holds " + TOO_MUCH);
                }
                files.put(path, Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
        return new BookFiles(files, strangers);
    }

    /** A trust's book with a school's additions on top. */
    public static BookFiles layered(BookFiles trust, BookFiles school) {
        BookFiles below = trust.as(Layer.TRUST);
        BookFiles above = school.as(Layer.SCHOOL);
        Map<String, byte[]> both = new TreeMap<>(below.files);
        both.putAll(above.files);
        Set<String> strangers = new TreeSet<>(below.strangers);
        strangers.addAll(above.strangers);
        return new BookFiles(both, strangers);
    }

    /** Whether this is a trust's book, which may have a school's additions on top. */
    public boolean layered() {
        return layered;
    }

    /** The books these files make, each on top of those before: a trust's, then the same with its school's additions. */
    public List<BookFiles> layers() {
        if (!layered || files.keySet().stream().noneMatch(path -> layer(path) == Layer.SCHOOL)) {
            return List.of(this);
        }
        Map<String, byte[]> trusts = new TreeMap<>(files);
        trusts.keySet().removeIf(path -> layer(path) == Layer.SCHOOL);
        return List.of(new BookFiles(trusts, strangers), this);
    }

    /** These files as one layer of a book. */
    public BookFiles as(Layer layer) {
        Map<String, byte[]> moved = new TreeMap<>();
        files.forEach((path, bytes) -> moved.put(layer.folder() + path, bytes));
        return new BookFiles(
                moved, strangers.stream().map(path -> layer.folder() + path).collect(Collectors.toSet()));
    }

    Layer layer(String path) {
        return layered ? Layer.of(path) : Layer.WHOLE;
    }

    /** Why these are too many or too large files for a book, if they are. */
    public Optional<String> tooMuch() {
        long size = files.values().stream().mapToLong(bytes -> bytes.length).sum();
        return size > LARGEST_BOOK || files.size() > MOST_FILES
                ? Optional.of("The book holds " + TOO_MUCH + ".")
                : Optional.empty();
    }

    /** Whether this can be a book at all, however it came here; a file that does not belong is a problem too. */
    boolean check(Problems problems) {
        Optional<String> tooMuch = tooMuch();
        if (tooMuch.isPresent()) {
            problems.add(Place.startOf(files.firstKey()), tooMuch.get(), "Take away what is not a rule.");
            return false;
        }
        files.keySet()
                .forEach(path -> EverywhereNames.wrong(path)
                        .ifPresent(message -> problems.add(Place.startOf(path), message, "")));
        Stream.concat(strangers.stream(), files.keySet().stream().filter(path -> !FileNames.belongs(path)))
                .forEach(path -> FileNames.refuse(path, problems));
        files.keySet()
                .forEach(path -> FileNames.alike(files.headMap(path).keySet(), path)
                        .ifPresent(other -> FileNames.refuseAlike(path, other, problems)));
        if (layered) {
            files.keySet().stream()
                    .filter(path -> Layer.of(path) == Layer.WHOLE)
                    .forEach(path -> problems.add(
                            Place.startOf(path),
                            "This file lies beside the folders trust and school, and belongs to neither.",
                            "Move it into the folder of whoever wrote it."));
        }
        return true;
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
        return new BookFiles(both, strangers);
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
            // They are part of what a folder's owner sees: once they are gone, the folder is worth another look.
            strangers.forEach(path -> sha.update(path.getBytes(StandardCharsets.UTF_8)));
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
            } else if (FileNames.text(file.getKey())) {
                NotText.of(file.getKey(), file.getValue())
                        .ifPresentOrElse(
                                problem -> problems.addAll(List.of(problem)),
                                () -> texts.put(file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8)));
            }
        }
        return texts;
    }

    /** The workbooks small enough to be looked into. */
    List<String> workbooks() {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(FileNames.WORKBOOK) && file.getValue().length <= LARGEST_FILE)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The paths below {@code folder/}, in order. */
    public List<String> below(String folder) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(folder + "/"))
                .toList();
    }
}
