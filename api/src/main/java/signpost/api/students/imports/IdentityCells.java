package signpost.api.students.imports;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import signpost.api.students.Identity;
import signpost.api.students.IdentityField;
import signpost.engine.profile.Value;
import signpost.engine.vocabulary.Reading;

/** The columns of a file that say who a row is about. */
final class IdentityCells {

    private IdentityCells() {}

    /** Reads them; what is wrong is held against the row. */
    static Identity read(Layout layout, Draft row, LocalDate asOf) {
        Map<IdentityField, String> fields = new EnumMap<>(IdentityField.class);
        for (IdentityField field : IdentityField.values()) {
            OptionalInt column = layout.identity(field);
            if (column.isEmpty()) {
                continue;
            }
            Reading reading = field.read(row.cell(column), asOf);
            if (reading instanceof Reading.Read read && read.value() instanceof Value.Text text) {
                fields.put(field, text.text());
            } else if (reading instanceof Reading.Refused refused) {
                row.refuse(layout.name(column.getAsInt()), refused.message());
            }
        }
        if (isBlank(layout, row, IdentityField.UPN) && isBlank(layout, row, IdentityField.STUDENT_ID)) {
            row.refuse("has neither a UPN nor a student_id, so it cannot be told whose it is");
        }
        return new Identity(fields);
    }

    private static boolean isBlank(Layout layout, Draft row, IdentityField field) {
        return row.cell(layout.identity(field)).isEmpty();
    }
}
