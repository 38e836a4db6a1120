package signpost.api.uploads;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import signpost.api.drafts.FilePath;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookZip;
import signpost.engine.rulebook.ZipReading;
import signpost.engine.sheet.SavedCsv;
import signpost.engine.sheet.SheetText;
import signpost.engine.table.WorkbookRows;
import signpost.engine.text.Place;
import signpost.engine.text.Problem;
import signpost.engine.text.Problems;
import signpost.engine.text.Unprintable;

/** Tells what a file is for and what it makes of the files there are. Nothing of it is believed unseen. */
final class Arrival {

    static final Set<String> FOLDERS = Set.of("topics", "tables", "vocabulary", "catalogue");

    private static final BookFiles NOTHING = new BookFiles(Map.of());
    private static final int LONGEST_NAME = 120;
    private static final String WORKBOOK = ".xlsx";
    private static final String CSV = ".csv";
    private static final Set<String> READ = Set.of(".txt", CSV, WORKBOOK, ".zip");

    private final String name;
    private final byte[] bytes;
    private final BookFiles own;

    private Arrival(String name, byte[] bytes, BookFiles own) {
        this.name = name;
        this.bytes = bytes;
        this.own = own;
    }

    /**
     * What the file makes of the owner's files.
     *
     * @param sent the file's name as a browser sends it
     * @param into the path it takes the place of, a folder for a new file, or nothing to go by its name
     */
    static Arrived of(String sent, String into, byte[] bytes, BookFiles own) {
        String name = plain(sent);
        if (name.isEmpty() || bytes.length == 0) {
            return Arrived.Refused.because("Choose a file that has something in it.");
        }
        Arrival arrival = new Arrival(name, bytes, own);
        return ending(name).equals(".zip") ? arrival.book() : arrival.file(into.strip());
    }

    private Arrived book() {
        ZipReading reading = BookZip.unpack(name, bytes);
        if (reading instanceof ZipReading.Refused refused) {
            return Arrived.Refused.of(refused.problems());
        }
        BookFiles all = new Wrapping(((ZipReading.Unpacked) reading).files()).without();
        Problems problems = new Problems();
        all.texts(problems);
        List<Problem> wrong = new ArrayList<>(problems.all());
        all.paths().stream()
                .filter(path -> !own.paths().contains(path))
                .forEach(path -> FilePath.wrong(path, NOTHING)
                        .ifPresent(message -> wrong.add(Problem.at(Place.startOf(path), message))));
        return wrong.isEmpty() ? new Arrived.Files(all, name + ", the whole book") : Arrived.Refused.of(wrong);
    }

    private Arrived file(String into) {
        if (!READ.contains(ending(name))) {
            return Arrived.Refused.because(
                    name + " is not a file of a rule book: those are text (.txt), tables (.csv or"
                            + " .xlsx) and the whole book (.zip). Save a table of another program as .xlsx or .csv.");
        }
        Optional<String> found = into.isEmpty() ? byName() : Optional.of(path(into));
        if (found.isEmpty()) {
            return Arrived.Refused.because("No single file of the draft is called like " + name
                    + ". Choose which file it takes the place of, or where a new one belongs.");
        }
        String path = found.get();
        Optional<String> wrong = FilePath.wrong(path, own);
        if (wrong.isPresent()) {
            return Arrived.Refused.because(wrong.get());
        }
        if (bytes.length > BookFiles.LARGEST_FILE) {
            return Arrived.Refused.because("A file of a rule book is 2 MB at most.");
        }
        boolean converted = path.endsWith(CSV) && ending(name).equals(WORKBOOK);
        if (!converted && !path.endsWith(ending(name))) {
            return Arrived.Refused.because(name + " cannot take the place of " + path
                    + ": it is another sort of file. A table (.csv) takes a .csv or .xlsx file.");
        }
        return converted ? workbook(path) : put(path, path.endsWith(CSV) ? saved(path) : bytes);
    }

    /** A spreadsheet writes all of a CSV file its own way: what nobody changed stays as it was. */
    private byte[] saved(String path) {
        if (!own.paths().contains(path) || !text(path, bytes).isEmpty()) {
            return bytes;
        }
        return SavedCsv.rows(new String(bytes, StandardCharsets.UTF_8))
                .map(rows -> fitted(path, rows))
                .orElse(bytes);
    }

    private static List<Problem> text(String path, byte[] content) {
        Problems problems = new Problems();
        new BookFiles(Map.of(path, content)).texts(problems);
        return problems.all();
    }

    private byte[] fitted(String path, List<List<String>> rows) {
        String was = own.paths().contains(path) ? new String(own.bytes(path), StandardCharsets.UTF_8) : "";
        SheetText sheet = SheetText.of(was).or(() -> SheetText.of("")).orElseThrow();
        return sheet.as(rows).text().getBytes(StandardCharsets.UTF_8);
    }

    private Arrived workbook(String path) {
        Problems problems = new Problems();
        List<List<String>> rows = WorkbookRows.read(name, bytes, problems);
        if (!problems.isEmpty()) {
            return Arrived.Refused.of(problems.all());
        }
        return put(path, fitted(path, rows));
    }

    private Arrived put(String path, byte[] content) {
        List<Problem> problems = text(path, content);
        if (!problems.isEmpty()) {
            return Arrived.Refused.of(problems);
        }
        if (anotherTable(path, content)) {
            return Arrived.Refused.because("This is not the table " + path + ": it has none of its columns, which are "
                    + String.join(", ", headings(own.bytes(path))) + ".");
        }
        Map<String, byte[]> all = new TreeMap<>();
        own.paths().forEach(one -> all.put(one, own.bytes(one)));
        all.put(path, content);
        return new Arrived.Files(
                new BookFiles(all), path.endsWith("/" + name) ? path : name + ", in the place of " + path);
    }

    /** Whether a table has not one heading of the one it would take the place of. */
    private boolean anotherTable(String path, byte[] content) {
        if (!path.endsWith(CSV) || !own.paths().contains(path)) {
            return false;
        }
        List<String> before = headings(own.bytes(path));
        return !before.isEmpty() && headings(content).stream().noneMatch(before::contains);
    }

    private static List<String> headings(byte[] table) {
        return SheetText.of(new String(table, StandardCharsets.UTF_8))
                .map(SheetText::headings)
                .orElse(List.of())
                .stream()
                .map(String::strip)
                .filter(heading -> !heading.isEmpty())
                .toList();
    }

    /** A new table of scenarios or of the catalogue is a CSV file, whatever it came as. */
    private String path(String into) {
        if (!FOLDERS.contains(into)) {
            return into;
        }
        boolean csv = ending(name).equals(WORKBOOK) && !into.equals("tables");
        return into + "/" + (csv ? stem(name) + CSV : stem(name) + ending(name));
    }

    /** The one file of this name; a workbook may stand for a table. */
    private Optional<String> byName() {
        List<String> alike = own.paths().stream()
                .filter(path -> stem(path.substring(path.lastIndexOf('/') + 1)).equalsIgnoreCase(stem(name)))
                .toList();
        List<String> same =
                alike.stream().filter(path -> path.endsWith(ending(name))).toList();
        List<String> tables = ending(name).equals(WORKBOOK)
                ? alike.stream().filter(path -> path.endsWith(CSV)).toList()
                : List.of();
        List<String> found = same.isEmpty() ? tables : same;
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** A browser adds (1) to what is downloaded twice. */
    private static String stem(String name) {
        return name.substring(0, name.length() - ending(name).length()).replaceFirst("\\s*\\(\\d{1,3}\\)$", "");
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
    }

    private static String plain(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String name = Unprintable.marked(last).strip();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
