package signpost.api.students.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import signpost.engine.cohort.FactReader;
import signpost.engine.cohort.SessionsCheck;
import signpost.engine.profile.Value;
import signpost.engine.vocabulary.Reading;

/** The columns of a file that are attributes of the vocabulary. */
public final class FactCells {

    private FactCells() {}

    /** Reads them; a blank cell says nothing, and what is wrong is held against the row. */
    public static Map<String, Value> read(Layout layout, Draft row) {
        Map<String, Value> facts = new LinkedHashMap<>();
        layout.attributes().forEach((attribute, column) -> {
            Reading reading = FactReader.read(attribute, row.cell(column));
            if (reading instanceof Reading.Read read) {
                facts.put(attribute.key(), read.value());
            } else if (reading instanceof Reading.Refused refused) {
                row.refuse(layout.name(column), refused.message());
            }
        });
        SessionsCheck.wrong(facts).ifPresent(row::refuse);
        return facts;
    }
}
