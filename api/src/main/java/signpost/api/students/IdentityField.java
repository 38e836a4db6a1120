package signpost.api.students;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import signpost.engine.cohort.IdentityColumn;
import signpost.engine.profile.Value;
import signpost.engine.vocabulary.Dates;
import signpost.engine.vocabulary.Reading;

/** What tells students apart, and the headers under which exports carry it. */
public enum IdentityField {
    UPN(IdentityColumn.UPN),
    ULN(IdentityColumn.ULN),
    STUDENT_ID(IdentityColumn.STUDENT_ID),
    SURNAME(IdentityColumn.SURNAME),
    FORENAME(IdentityColumn.FORENAME),
    PREFERRED_FORENAME(IdentityColumn.PREFERRED_FORENAME),
    DATE_OF_BIRTH(IdentityColumn.DATE_OF_BIRTH),
    SEX(IdentityColumn.SEX),
    REG_GROUP(IdentityColumn.REG_GROUP);

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_CODE = 64;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** What can stand in an address without being written otherwise. */
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}._: -]+");

    private final IdentityColumn column;

    IdentityField(IdentityColumn column) {
        this.column = column;
    }

    /** The canonical header: {@code student_id}. */
    public String header() {
        return column.header();
    }

    /** The field an import finds under this header; capitals, spaces and underscores do not matter. */
    public static Optional<IdentityField> byColumn(String header) {
        return IdentityColumn.of(header)
                .flatMap(column -> Arrays.stream(values())
                        .filter(field -> field.column == column)
                        .findFirst());
    }

    /** Reads a cell. The message of a refusal never quotes it.
     *
     * @param asOf the day of the export: nobody is born after it
     */
    public Reading read(String written, LocalDate asOf) {
        var text = written.strip();
        if (text.isEmpty()) {
            return new Reading.Blank();
        }
        return switch (this) {
            case UPN -> checked(text.toUpperCase(Locale.ROOT), Upn.fault(text.toUpperCase(Locale.ROOT)));
            case ULN -> checked(text, Uln.fault(text));
            case DATE_OF_BIRTH -> born(text, asOf);
            case STUDENT_ID ->
                ID.matcher(text).matches() && !text.matches("\\.+")
                        ? text(text, LONGEST_CODE)
                        : new Reading.Refused("must be of letters, digits, spaces and . _ : - and not of dots alone");
            case SEX, REG_GROUP -> text(text, LONGEST_CODE);
            case SURNAME, FORENAME, PREFERRED_FORENAME -> text(text, LONGEST_NAME);
        };
    }

    private static Reading born(String text, LocalDate asOf) {
        return Dates.read(text)
                .<Reading>map(date -> date.isAfter(asOf)
                        ? new Reading.Refused("is after the day of the export")
                        : new Reading.Read(new Value.Text(date.toString())))
                .orElseGet(() -> new Reading.Refused("is not a date such as 2011-09-01 or 01/09/2011"));
    }

    private static Reading text(String text, int longest) {
        if (text.length() > longest) {
            return new Reading.Refused("is longer than " + longest + " characters");
        }
        return CONTROL.matcher(text).find()
                ? new Reading.Refused("holds a line break or another control character")
                : new Reading.Read(new Value.Text(text));
    }

    private static Reading checked(String text, Optional<String> fault) {
        return fault.<Reading>map(Reading.Refused::new).orElseGet(() -> new Reading.Read(new Value.Text(text)));
    }
}
