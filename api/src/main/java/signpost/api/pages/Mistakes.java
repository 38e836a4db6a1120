package signpost.api.pages;

import java.util.List;
import java.util.Optional;

/**
 * All that is wrong with what was typed.
 *
 * @param all in the order of the form
 */
public record Mistakes(List<Mistake> all) {

    public static final Mistakes NONE = new Mistakes(List.of());

    public Mistakes {
        all = List.copyOf(all);
    }

    public boolean none() {
        return all.isEmpty();
    }

    /** What is wrong with a field, if anything. */
    public Optional<String> about(String field) {
        return all.stream()
                .filter(mistake -> mistake.field().equals(field))
                .map(Mistake::text)
                .findFirst();
    }
}
