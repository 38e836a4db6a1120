package signpost.engine.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.xml.sax.Attributes;
import signpost.engine.vocabulary.Dates;

/** How a workbook shows its numbers: 0.9 may stand there as 90%, and 46266 as a day. */
final class NumberFormats extends Xml {

    private static final int LONGEST_FORMAT = 80;

    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private final DataFormatter formatter = new DataFormatter(Locale.UK);
    private boolean ofCells;

    /**
     * The number as the sheet shows it: {@code 90%}, {@code 4}, {@code 1 September 2026}. Nothing when what is shown is not
     * what the cell holds, as when digits are rounded away.
     */
    Optional<String> shown(double number, int style, boolean from1904) {
        int id = style >= 0 && style < styles.size() ? styles.get(style) : 0;
        String code = codes.getOrDefault(
                id, Optional.ofNullable(BuiltinFormats.getBuiltinFormat(id)).orElse("General"));
        if (code.length() > LONGEST_FORMAT) {
            return Optional.empty();
        }
        if (DateUtil.isADateFormat(id, code)) {
            return day(number, from1904);
        }
        String shown = formatter.formatRawCellContents(number, id, code).replace(",", "");
        boolean percent = shown.endsWith("%");
        String digits = percent ? shown.substring(0, shown.length() - 1) : shown;
        if (!digits.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
            return Optional.empty();
        }
        BigDecimal held = BigDecimal.valueOf(number).multiply(BigDecimal.valueOf(percent ? 100 : 1));
        BigDecimal seen = new BigDecimal(digits);
        // A spreadsheet's own arithmetic leaves dust beyond the ninth digit: 0.899 * 100 is 89.90000000000001.
        return held.subtract(seen).setScale(9, RoundingMode.HALF_UP).signum() == 0
                ? Optional.of(plain(seen) + (percent ? "%" : ""))
                : Optional.empty();
    }

    private static Optional<String> day(double number, boolean from1904) {
        if (!DateUtil.isValidExcelDate(number)) {
            return Optional.empty();
        }
        LocalDateTime moment = DateUtil.getLocalDateTime(number, from1904);
        return moment != null && moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? Optional.of(Dates.words(moment.toLocalDate()))
                : Optional.empty();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    @Override
    void begins(String name, Attributes with) {
        if (name.equals("cellXfs")) {
            ofCells = true;
        } else if (name.equals("numFmt")) {
            codes.put(number(attribute(with, "numFmtId")), attribute(with, "formatCode"));
        } else if (name.equals("xf") && ofCells) {
            styles.add(number(attribute(with, "numFmtId")));
        }
    }

    @Override
    void ends(String name, String text) {
        ofCells = ofCells && !name.equals("cellXfs");
    }

    static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
