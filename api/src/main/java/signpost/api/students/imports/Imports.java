package signpost.api.students.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import signpost.api.rulebooks.BookInForce;
import signpost.api.students.imports.ImportResult.RefusedRow;

/** Takes a school's CSV: the sound rows together in one transaction, the others handed back with every reason. */
@Service
public class Imports {

    private final List<FileKind> kinds;
    private final BookInForce book;
    private final TransactionTemplate transactions;

    Imports(List<FileKind> kinds, BookInForce book, PlatformTransactionManager transactions) {
        this.kinds = List.copyOf(kinds);
        this.book = book;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** A file that was understood, before any row is judged. */
    private record Understood(FileKind kind, Layout layout, List<Draft> drafts) {}

    /**
     * Imports at once, for the school that the current work is for, in a transaction of its own.
     *
     * @param csv the file as it came, with its header
     * @param asOf the day of the export; interviews carry their own and none may be later
     * @param dryRun judge and count everything, keep nothing
     */
    public ImportResult importNow(byte[] csv, LocalDate asOf, boolean dryRun) {
        return Objects.requireNonNull(transactions.execute(status -> {
            if (dryRun) {
                status.setRollbackOnly();
            }
            return take(csv, asOf);
        }));
    }

    /** Why a file can be no import at all, or nothing; looks at its header and leaves the rows alone. */
    Optional<String> fault(byte[] csv) {
        CsvTable table = CsvTable.read(csv);
        if (table instanceof CsvTable.Rows rows) {
            Layout layout = layout(rows);
            return kind(layout).map(kind -> fault(kind, layout)).orElseGet(() -> Optional.of(UNKNOWN));
        }
        return Optional.of(((CsvTable.None) table).reason());
    }

    /** As {@link #importNow}, in the transaction that is open. */
    ImportResult take(byte[] csv, LocalDate asOf) {
        CsvTable table = CsvTable.read(csv);
        if (table instanceof CsvTable.None none) {
            return refused(none.reason());
        }
        CsvTable.Rows rows = (CsvTable.Rows) table;
        Layout layout = layout(rows);
        Optional<FileKind> kind = kind(layout);
        Optional<String> fault = kind.isPresent() ? fault(kind.get(), layout) : Optional.of(UNKNOWN);
        return fault.map(Imports::refused)
                .orElseGet(() -> take(new Understood(kind.orElseThrow(), layout, rows.drafts()), asOf));
    }

    private ImportResult take(Understood file, LocalDate asOf) {
        Repeats.refuseCopies(file.drafts().stream().filter(Draft::sound).toList());
        List<Draft> whole = file.drafts().stream().filter(Draft::sound).toList();
        Taken taken = file.kind().take(file.layout(), whole, asOf);
        List<RefusedRow> refused = file.drafts().stream()
                .filter(draft -> !draft.sound())
                .map(draft -> new RefusedRow(draft.number(), draft.cells(), draft.problems()))
                .toList();
        var report = new ImportReport(
                file.kind().name(),
                null,
                file.drafts().size(),
                file.drafts().size() - refused.size(),
                refused.size(),
                taken.fresh(),
                taken.changed(),
                taken.unchanged(),
                taken.newObservations(),
                taken.confirmedObservations(),
                file.layout().unused(file.kind().columns()),
                taken.warnings());
        return new ImportResult(report, file.layout().header(), refused);
    }

    private static final String UNKNOWN = "The first row must be a header that says whose the rows are"
            + " (UPN or student_id) and has columns Signpost knows, such as surname and forename, attendance or"
            + " grades, date and plan_state, or outcome.";

    private Layout layout(CsvTable.Rows rows) {
        return new Layout(rows.header(), book.recommender().book().vocabulary());
    }

    private Optional<FileKind> kind(Layout layout) {
        return kinds.stream().filter(kind -> kind.fits(layout)).findFirst();
    }

    private static Optional<String> fault(FileKind kind, Layout layout) {
        return layout.clashes().isEmpty() ? kind.fault(layout) : Optional.of(String.join(" ", layout.clashes()));
    }

    private static ImportResult refused(String reason) {
        return new ImportResult(ImportReport.refused(reason), List.of(), List.of());
    }
}
