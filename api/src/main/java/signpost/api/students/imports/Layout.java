package signpost.api.students.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import signpost.api.students.IdentityField;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Vocabulary;

/** What the columns of a file are, as far as Signpost knows them. Nothing is guessed. */
public final class Layout {

    private final List<String> header;
    private final Map<IdentityField, Integer> identity = new EnumMap<>(IdentityField.class);
    private final Map<Attribute, Integer> attributes = new LinkedHashMap<>();
    private final Map<String, Integer> others = new LinkedHashMap<>();
    private final List<String> clashes = new ArrayList<>();

    Layout(List<String> header, Vocabulary vocabulary) {
        this.header = header.stream().map(String::strip).toList();
        for (int column = 0; column < header.size(); column++) {
            place(column, vocabulary);
        }
    }

    private void place(int column, Vocabulary vocabulary) {
        String name = name(column);
        Optional<IdentityField> field = IdentityField.byColumn(name);
        Optional<Attribute> attribute = vocabulary.byColumn(name);
        @Nullable Integer other;
        if (name.isEmpty()) {
            return;
        } else if (field.isPresent()) {
            other = identity.putIfAbsent(field.get(), column);
        } else if (attribute.isPresent()) {
            other = attributes.putIfAbsent(attribute.get(), column);
        } else {
            other = others.putIfAbsent(Vocabulary.bare(name), column);
        }
        if (other != null) {
            clashes.add("The columns \"" + name(other) + "\" and \"" + name + "\" mean the same. Keep one of them.");
        }
    }

    /** The header of a column as the file has it. */
    public String name(int column) {
        return header.get(column);
    }

    public OptionalInt identity(IdentityField field) {
        return optional(identity.get(field));
    }

    /** Columns that are attributes of the vocabulary, in the order of the file. */
    public Map<Attribute, Integer> attributes() {
        return Collections.unmodifiableMap(attributes);
    }

    /** Whether there is a column for the attribute of this key. */
    public boolean has(String attribute) {
        return attributes.keySet().stream().anyMatch(known -> known.key().equals(attribute));
    }

    /** A column that is neither identity nor attribute, by its header; capitals, spaces and underscores do not matter. */
    public OptionalInt column(String name) {
        return optional(others.get(Vocabulary.bare(name)));
    }

    /** Whether its rows say which student they are about. */
    public boolean namesStudents() {
        return identity.containsKey(IdentityField.UPN) || identity.containsKey(IdentityField.STUDENT_ID);
    }

    /** Columns of which two mean the same, in the reader's words. */
    List<String> clashes() {
        return List.copyOf(clashes);
    }

    /** Headers that nothing reads, as the file has them, beside the {@code own} ones of its kind. */
    List<String> unused(Set<String> own) {
        Set<String> bare = Set.copyOf(own.stream().map(Vocabulary::bare).toList());
        return others.entrySet().stream()
                .filter(other -> !bare.contains(other.getKey()))
                .map(other -> name(other.getValue()))
                .toList();
    }

    int width() {
        return header.size();
    }

    List<String> header() {
        return header;
    }

    private static OptionalInt optional(@Nullable Integer column) {
        return column == null ? OptionalInt.empty() : OptionalInt.of(column);
    }
}
