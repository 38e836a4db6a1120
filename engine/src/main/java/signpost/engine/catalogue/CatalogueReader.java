package signpost.engine.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import signpost.engine.text.Place;
import signpost.engine.text.Problems;
import signpost.engine.text.Sheet;

/** Reads {@code interventions.csv} and {@code override-reasons.csv}. */
public final class CatalogueReader {

    private static final List<String> INTERVENTION = List.of(
            "code",
            "title",
            "description",
            "delivered_by",
            "hours",
            "unit",
            "places",
            "years",
            "terms",
            "repeats",
            "evidence",
            "source");
    private static final List<String> REASON = List.of("code", "label", "lasting", "note");
    private static final List<String> INTERVIEWS = List.of("guidance", "tutor", "leaver");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{0,9}(-[A-Z0-9]{1,12}){0,3}");

    private final Problems problems;
    private final Map<String, Place> interventions = new HashMap<>();
    private final Map<String, Place> reasons = new HashMap<>();

    public CatalogueReader(Problems problems) {
        this.problems = problems;
    }

    public List<Intervention> interventions(String file, String text) {
        List<Intervention> read = new ArrayList<>();
        for (Sheet.Row row : Sheet.read(file, text, INTERVENTION, problems)) {
            if (problems.full()) {
                break;
            }
            checkCode(row, interventions);
            read.add(new Intervention(
                    row.cell("code"),
                    required(row, "title"),
                    row.cell("description"),
                    row.cell("delivered_by"),
                    hours(row),
                    row.cell("unit"),
                    count(row, "places", 12),
                    count(row, "meetings", 6),
                    list(row.cell("years")),
                    list(row.cell("terms")),
                    yesNo(row, "repeats"),
                    row.cell("evidence"),
                    row.cell("source"),
                    interviews(row),
                    retired(row)));
        }
        return read;
    }

    public List<OverrideReason> reasons(String file, String text) {
        List<OverrideReason> read = new ArrayList<>();
        for (Sheet.Row row : Sheet.read(file, text, REASON, problems)) {
            if (problems.full()) {
                break;
            }
            checkCode(row, reasons);
            read.add(new OverrideReason(
                    row.cell("code"), required(row, "label"), lasting(row), row.cell("note"), thisYear(row)));
        }
        return read;
    }

    private void checkCode(Sheet.Row row, Map<String, Place> taken) {
        String code = row.cell("code");
        if (!row.has("code")) {
            return;
        }
        if (!CODE.matcher(code).matches()) {
            problems.add(
                    row.place(),
                    "\"" + code + "\" cannot be a code.",
                    "Use capital letters and digits with hyphens, such as PGI-01.");
            return;
        }
        Place earlier = taken.putIfAbsent(code, row.place());
        if (earlier != null) {
            problems.add(
                    row.place(), "The code \"" + code + "\" already stands at " + earlier + ".", "Keep one of them.");
        }
    }

    private String required(Sheet.Row row, String header) {
        if (row.has(header) && row.cell(header).isEmpty()) {
            problems.add(
                    row.place(), "The column \"" + header + "\" is empty.", "Write there what an adviser will read.");
        }
        return row.cell(header);
    }

    private BigDecimal hours(Sheet.Row row) {
        if (!row.has("hours")) {
            return BigDecimal.ZERO;
        }
        if (row.cell("hours").matches("\\d{1,3}(\\.\\d{1,2})?")) {
            return new BigDecimal(row.cell("hours"));
        }
        problems.add(row.place(), "\"" + row.cell("hours") + "\" is not a number of hours.", "Write for example 0.75.");
        return BigDecimal.ZERO;
    }

    /** One, when the cell is empty or there is no such column. */
    private int count(Sheet.Row row, String header, int example) {
        String cell = row.cell(header);
        if (cell.isEmpty()) {
            return 1;
        }
        if (cell.matches("[1-9]\\d{0,3}")) {
            return Integer.parseInt(cell);
        }
        problems.add(
                row.place(),
                "\"" + cell + "\" is not a number of " + header + ".",
                "Write for example " + example + ".");
        return 1;
    }

    /** The column may be left out. */
    private List<String> interviews(Sheet.Row row) {
        List<String> kinds = list(row.cell("interview"));
        kinds.stream()
                .filter(kind -> !INTERVIEWS.contains(kind))
                .forEach(kind -> problems.add(
                        row.place(),
                        "\"" + kind + "\" in the column \"interview\" is no kind of interview.",
                        "Write guidance, tutor or leaver, or leave it empty."));
        return kinds;
    }

    /** The column may be left out. */
    private Optional<LocalDate> retired(Sheet.Row row) {
        String cell = row.cell("retired");
        try {
            return cell.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cell));
        } catch (DateTimeParseException notADay) {
            problems.add(
                    row.place(),
                    "\"" + cell + "\" in the column \"retired\" is not a date.",
                    "Write it as 2027-08-31.");
            return Optional.empty();
        }
    }

    /** {@code yes}: for good; {@code year}: to the end of the academic year; {@code no}: for the term only. */
    private boolean lasting(Sheet.Row row) {
        return thisYear(row) || yesNo(row, "lasting");
    }

    private static boolean thisYear(Sheet.Row row) {
        return row.has("lasting") && row.cell("lasting").equalsIgnoreCase("year");
    }

    private boolean yesNo(Sheet.Row row, String header) {
        String cell = row.cell(header);
        if (row.has(header) && !cell.equalsIgnoreCase("yes") && !cell.equalsIgnoreCase("no")) {
            problems.add(
                    row.place(),
                    "\"" + cell + "\" in the column \"" + header + "\" is neither yes nor no.",
                    "Write yes or no.");
        }
        return cell.equalsIgnoreCase("yes");
    }

    private static List<String> list(String cell) {
        return Arrays.stream(cell.split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
