package signpost.engine.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.IOUtils;
import signpost.engine.text.Place;

/** Looks into a workbook's zip before anything of it is parsed: how large it would become, and what does not belong. */
final class WorkbookParts {

    /** What all parts together may unpack to, in bytes. */
    static final int LARGEST = 12 << 20;

    private static final int MOST_PARTS = 300;

    private static final Map<String, String> UNWANTED = unwanted();

    static {
        // POI keeps its limits for the whole program; nothing else here uses POI, and nothing else sets them.
        ZipSecureFile.setMaxEntrySize(LARGEST);
        ZipSecureFile.setMaxTextSize(LARGEST);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
        ZipSecureFile.setMinInflateRatio(0.005);
        IOUtils.setByteArrayMaxOverride(LARGEST);
    }

    private WorkbookParts() {}

    private static Map<String, String> unwanted() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("vbaproject", "macros");
        parts.put("macrosheets/", "macros");
        parts.put("dialogsheets/", "dialogs");
        parts.put("externallinks/", "links to other workbooks");
        parts.put("embeddings/", "embedded files");
        parts.put("activex/", "controls");
        parts.put("ctrlprops/", "controls");
        parts.put("connections.xml", "connections to data elsewhere");
        parts.put("querytables/", "connections to data elsewhere");
        return parts;
    }

    static void check(String file, byte[] bytes) throws Stopped, IOException {
        checkKind(file, bytes);
        byte[] buffer = new byte[8192];
        long size = 0;
        int parts = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                checkName(file, entry.getName().toLowerCase(Locale.ROOT));
                parts++;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    size += read;
                    if (size > LARGEST || parts > MOST_PARTS) {
                        throw new Stopped(
                                Place.startOf(file),
                                "This workbook unpacks to more than a table of rules can need (" + (LARGEST >> 20)
                                        + " MB, " + MOST_PARTS + " parts).",
                                "Copy the table alone into a new workbook.");
                    }
                }
            }
        }
    }

    /** A locked workbook and one of before 2007 are not zip files but begin alike. */
    private static void checkKind(String file, byte[] bytes) throws Stopped {
        if (bytes.length > 3 && (bytes[0] & 0xFF) == 0xD0 && (bytes[1] & 0xFF) == 0xCF) {
            throw new Stopped(
                    Place.startOf(file),
                    "This workbook is locked with a password, or is in the format of before 2007.",
                    "Take the password away and save it as an Excel workbook (.xlsx).");
        }
        if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K') {
            throw new Stopped(
                    Place.startOf(file), "This is not an Excel workbook.", "Save it as an Excel workbook (.xlsx).");
        }
    }

    private static void checkName(String file, String part) throws Stopped {
        for (Map.Entry<String, String> unwanted : UNWANTED.entrySet()) {
            if (part.contains(unwanted.getKey())) {
                throw new Stopped(
                        Place.startOf(file),
                        "This workbook holds " + unwanted.getValue() + " (" + part
                                + "), which no table of rules needs.",
                        "Copy the cells into a new workbook and save that as .xlsx.");
            }
        }
    }
}
