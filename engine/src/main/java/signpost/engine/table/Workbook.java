package signpost.engine.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import signpost.engine.text.Place;
import signpost.engine.text.Problems;

/**
 * Reads the sheets of an Excel workbook. Nothing is calculated, and nothing but cells is looked at; the parts are streamed, so
 * that a workbook never stands in memory as a tree.
 */
final class Workbook {

    private static final int MOST_SHEETS = 50;
    /** Sheets for people, which hold no rules. */
    private static final Set<String> NOTES = Set.of("notes", "readme", "read me");

    private final String file;
    private final Problems problems;

    Workbook(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The sheets that hold something; what cannot be read becomes a problem. */
    List<Grid> read(byte[] bytes) {
        try {
            WorkbookParts.check(file, bytes);
            try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(bytes))) {
                return sheets(new XSSFReader(opened));
            }
        } catch (Stopped stopped) {
            problems.addAll(List.of(stopped.problem()));
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | ParserConfigurationException
                // POI has unchecked exceptions of its own for broken files, without a type in common.
                | RuntimeException broken) {
            problems.add(
                    Place.startOf(file),
                    "This file cannot be read as an Excel workbook.",
                    "Open it in a spreadsheet program and save it again as .xlsx.");
        }
        return List.of();
    }

    private List<Grid> sheets(XSSFReader parts)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        SheetNames names = part(new SheetNames(), parts.getWorkbookData());
        SharedTexts texts = part(new SharedTexts(), parts.getSharedStringsData());
        NumberFormats formats = part(new NumberFormats(), parts.getStylesData());
        if (names.sheets().size() > MOST_SHEETS) {
            throw new Stopped(
                    Place.startOf(file),
                    "This workbook has more than " + MOST_SHEETS + " sheets.",
                    "Split it by topic.");
        }
        List<Grid> grids = new ArrayList<>();
        for (SheetNames.Named sheet : names.sheets()) {
            if (NOTES.contains(sheet.name().toLowerCase(Locale.ROOT))) {
                continue;
            }
            GridRows rows = new GridRows(file, sheet.name(), problems);
            part(new SheetCells(rows, texts, formats, names.from1904()), parts.getSheet(sheet.relation()));
            Grid grid = rows.grid();
            if (sheet.hidden()) {
                problems.add(
                        Place.startOf(file),
                        "The sheet \"" + sheet.name() + "\" is hidden, so nobody can see what it asks.",
                        "Unhide it, or delete it.");
            } else if (!grid.rows().isEmpty()) {
                grids.add(grid);
            }
        }
        return grids;
    }

    /** POI gives null where a workbook has no such part. */
    private static <T extends Xml> T part(T reader, @Nullable InputStream in)
            throws IOException, SAXException, ParserConfigurationException {
        if (in != null) {
            try (in) {
                reader.read(in);
            }
        }
        return reader;
    }
}
