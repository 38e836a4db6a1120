package signpost.api.notes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import signpost.api.pages.FreeText;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.schools.Permission;
import signpost.api.schools.Role;

/**
 * A note as somebody typed it.
 *
 * @param kind {@code ordinary} or {@code restricted}; nothing is chosen for the writer
 */
record NoteForm(String text, String kind, Set<Role> readers, Optional<UUID> corrects) {

    static final NoteForm EMPTY = new NoteForm("", "", Set.of(), Optional.empty());

    static NoteForm of(Map<String, ? extends List<String>> sent, Optional<UUID> corrects) {
        List<String> none = List.of();
        return new NoteForm(
                first(sent.get("text")),
                first(sent.get("kind")),
                offered().stream()
                        .filter(role -> (sent.containsKey("readers") ? List.copyOf(sent.get("readers")) : none)
                                .contains(role.name()))
                        .collect(Collectors.toSet()),
                corrects);
    }

    /** The roles that may be named as readers: whoever sees students at all. */
    static List<Role> offered() {
        return Arrays.stream(Role.values())
                .filter(role -> role.permissions().contains(Permission.SEE_STUDENTS))
                .toList();
    }

    Mistakes mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        if (text.isEmpty()) {
            mistakes.add(new Mistake("text", "Enter the note"));
        } else if (text.length() > Note.LONGEST) {
            mistakes.add(new Mistake("text", "The note must be 4,000 characters or fewer"));
        }
        if (corrects.isEmpty() && !kind.equals("ordinary") && !kind.equals("restricted")) {
            mistakes.add(Mistake.inChoice("kind", "Choose who may read the note"));
        } else if (corrects.isEmpty() && kind.equals("restricted") && readers.isEmpty()) {
            mistakes.add(Mistake.inChoice("readers", "Choose at least one role that may read it"));
        }
        return new Mistakes(mistakes);
    }

    private static String first(@org.jspecify.annotations.Nullable List<String> values) {
        return values == null || values.isEmpty() ? "" : FreeText.clean(values.get(0));
    }
}
