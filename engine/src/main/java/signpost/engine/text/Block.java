package signpost.engine.text;

import java.util.List;
import java.util.Optional;

/**
 * A headed block of a file: {@code Rule: Persistent absence} and its fields.
 *
 * @param keyword the header's keyword as written
 * @param title what follows the keyword; its text may be empty
 * @param place where the header stands
 * @param fields in the order written
 */
public record Block(String keyword, Line title, Place place, List<Field> fields) {

    public Block {
        fields = List.copyOf(fields);
    }

    public boolean is(String word) {
        return keyword.equalsIgnoreCase(word);
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.is(name)).findFirst();
    }
}
