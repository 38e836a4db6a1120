package signpost.api.students.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A sort of file that an import understands; the first that fits, in Spring's order, takes the rows. */
public interface FileKind {

    /** As it stands in the report: {@code students}. */
    String name();

    /** Whether these columns make a file of this kind. */
    boolean fits(Layout layout);

    /** Why a file that fits cannot be taken all the same, such as a column that it lacks. */
    default Optional<String> fault(Layout layout) {
        return Optional.empty();
    }

    /** Columns it reads besides identity and attributes. */
    default Set<String> columns() {
        return Set.of();
    }

    /**
     * Judges every row and writes those that are sound, in the transaction that is open.
     *
     * @param rows whole rows, as wide as the header; those refused carry their problems afterwards
     * @param asOf the day of the export
     */
    Taken take(Layout layout, List<Draft> rows, LocalDate asOf);
}
