package signpost.engine.rulebook;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import signpost.engine.text.Place;
import signpost.engine.text.Problems;

/** Tells the files of a book from what else may lie in a folder. */
final class FileNames {

    static final String WORKBOOK = ".xlsx";

    private static final Set<String> TEXTS = Set.of(".txt", ".csv");
    private static final Set<String> SHEETS = Set.of("xls", "xlsm", "xlsb", "xltx", "xltm", "ods", "numbers", "tsv");
    private static final Set<String> DOCUMENTS = Set.of("docx", "doc", "docm", "odt", "rtf", "pdf", "pages", "md");
    private static final List<String> FOR_PEOPLE = List.of("readme", "license", "licence", "changelog");
    /** What file managers leave behind. */
    private static final Set<String> LEFT_BEHIND = Set.of("thumbs.db", "desktop.ini");

    private FileNames() {}

    static boolean belongs(String path) {
        return text(path) || path.endsWith(WORKBOOK);
    }

    static boolean text(String path) {
        return TEXTS.stream().anyMatch(path::endsWith);
    }

    /** Hidden files and folders, what office programs keep beside an open file, and what is written for people. */
    static boolean passedOver(String path) {
        String name = name(path).toLowerCase(Locale.ROOT);
        return Arrays.stream(path.split("/", -1)).anyMatch(part -> part.startsWith("."))
                || name.startsWith("~$")
                || LEFT_BEHIND.contains(name)
                || (FOR_PEOPLE.stream().anyMatch(name::startsWith) && !belongs(path));
    }

    /** The other file that a path differs from only by capitals: few computers can keep both in one folder. */
    static Optional<String> alike(Collection<String> paths, String path) {
        return paths.stream()
                .filter(other -> !other.equals(path) && other.equalsIgnoreCase(path))
                .findFirst();
    }

    static void refuseAlike(String path, String other, Problems problems) {
        problems.add(
                Place.startOf(path),
                "This file's name differs from " + other + " only by capitals, which few computers keep apart.",
                "Give one of them another name.");
    }

    static void refuse(String path, Problems problems) {
        String lower = path.toLowerCase(Locale.ROOT);
        String ending = lower.substring(lower.lastIndexOf('.') + 1);
        if (belongs(lower)) {
            problems.add(
                    Place.startOf(path),
                    "The ending of this file's name is in capitals, so it is not read.",
                    "Rename it to end in ." + ending + ".");
        } else if (SHEETS.contains(ending)) {
            problems.add(
                    Place.startOf(path),
                    "A file ending in ." + ending + " is not read.",
                    "Save it as an Excel workbook (.xlsx) or as \"CSV UTF-8\" (.csv).");
        } else {
            problems.add(
                    Place.startOf(path),
                    "This file is not part of a rule book.",
                    DOCUMENTS.contains(ending)
                            ? "If it holds rules, save it as plain text (.txt); otherwise keep it elsewhere."
                            : "A book is made of .txt, .csv and .xlsx files: rename it, or keep it elsewhere.");
        }
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
