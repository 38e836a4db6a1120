package signpost.engine.cohort;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import signpost.engine.profile.Value;
import signpost.engine.text.Place;
import signpost.engine.text.Problem;
import signpost.engine.text.Unprintable;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Reading;
import signpost.engine.vocabulary.Vocabulary;

/** What the columns of a file are, as far as a vocabulary knows them. Nothing is guessed. */
final class Columns {

    private final Row header;
    private final Map<IdentityColumn, Integer> identity = new EnumMap<>(IdentityColumn.class);
    private final Map<Attribute, Integer> attributes = new LinkedHashMap<>();
    private final Map<String, Integer> others = new LinkedHashMap<>();
    private final List<Problem> faults = new ArrayList<>();

    private Columns(Row header, Vocabulary vocabulary) {
        this.header = header;
        for (int column = 0; column < header.cells().size(); column++) {
            place(column, vocabulary);
        }
        if (!identity.containsKey(IdentityColumn.UPN) && !identity.containsKey(IdentityColumn.STUDENT_ID)) {
            faults.add(Problem.at(
                    header.place(),
                    "No column says whose the rows are.",
                    "Add a column \"student_id\" or \"upn\" with its header in the first row."));
        }
    }

    /** What the header says; nothing when the file cannot be used at all, and then why becomes a problem. */
    static Optional<Columns> of(Row header, Vocabulary vocabulary, Consumer<Problem> problems) {
        Columns columns = new Columns(header, vocabulary);
        columns.faults.forEach(problems);
        return columns.faults.isEmpty() ? Optional.of(columns) : Optional.empty();
    }

    private void place(int column, Vocabulary vocabulary) {
        String name = header.cell(column);
        Optional<IdentityColumn> who = IdentityColumn.of(name);
        Optional<Attribute> attribute = vocabulary.byColumn(name);
        @Nullable Integer other;
        if (name.isEmpty()) {
            return;
        } else if (who.isPresent()) {
            other = identity.putIfAbsent(who.get(), column);
        } else if (attribute.isPresent()) {
            other = attributes.putIfAbsent(attribute.get(), column);
        } else {
            other = others.putIfAbsent(Vocabulary.bare(name), column);
        }
        if (other != null) {
            faults.add(Problem.at(
                    header.place(column),
                    "The columns \"" + header.cell(other) + "\" and \"" + name + "\" mean the same.",
                    "Keep one of them."));
        }
    }

    /** A column that is neither identity nor attribute, by its header. */
    OptionalInt column(String name) {
        Integer column = others.get(Vocabulary.bare(name));
        return column == null ? OptionalInt.empty() : OptionalInt.of(column);
    }

    /** Headers that nothing reads, as the file has them, beside the {@code own} ones of its kind. */
    List<String> unused(Set<String> own) {
        return others.entrySet().stream()
                .filter(other -> !own.contains(other.getKey()))
                .map(other -> header.cell(other.getValue()))
                .toList();
    }

    /** Whose the row is; a row that is nobody's, or has an id that cannot be read aloud, becomes a problem. */
    Optional<Ids> whose(Row row, Consumer<Problem> problems) {
        Ids ids = new Ids(row.cell(of(IdentityColumn.STUDENT_ID)), row.cell(of(IdentityColumn.UPN)));
        Optional<Ids.Id> hidden =
                ids.all().stream().filter(id -> Unprintable.hides(id.written())).findFirst();
        hidden.ifPresent(id -> problems.accept(Problem.at(
                row.place(of(id.kind()).orElseThrow()),
                "The " + id.kind().header() + " of this row holds a character that cannot be seen, so it is left out.",
                "Type the id again.")));
        if (ids.first().isEmpty()) {
            problems.accept(Problem.at(row.place(), "This row has neither a UPN nor a student_id, so it is left out."));
        }
        return ids.first().isEmpty() || hidden.isPresent() ? Optional.empty() : Optional.of(ids);
    }

    /** Where the UPN of a row stands. */
    Place ofUpn(Row row) {
        return row.place(of(IdentityColumn.UPN).orElseThrow());
    }

    boolean hasUpn() {
        return identity.containsKey(IdentityColumn.UPN);
    }

    /** The values of a row by key; a cell that cannot be used becomes a problem and is not known. */
    Map<String, Value> values(Row row, Consumer<Problem> problems) {
        Map<String, Value> values = new LinkedHashMap<>();
        attributes.forEach((attribute, column) -> {
            Reading reading = FactReader.read(attribute, row.cell(column));
            if (reading instanceof Reading.Read read) {
                values.put(attribute.key(), read.value());
            } else if (reading instanceof Reading.Refused refused) {
                problems.accept(Problem.at(
                        row.place(column),
                        "The cell under \"" + header.cell(column) + "\" " + refused.message() + ".",
                        "It counts as not known."));
            }
        });
        SessionsCheck.wrong(values).ifPresent(fault -> {
            values.keySet().removeAll(SessionsCheck.KEYS);
            problems.accept(Problem.at(row.place(), "This row " + fault + ".", "Both count as not known."));
        });
        return values;
    }

    private OptionalInt of(IdentityColumn wanted) {
        Integer column = identity.get(wanted);
        return column == null ? OptionalInt.empty() : OptionalInt.of(column);
    }
}
