package signpost.engine.text;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a block of one keyword is made of. Readers check blocks by it and the formatter writes them by it.
 *
 * @param header the keyword that begins the block, such as {@code Rule}
 * @param fields what may stand in it, in the order it is best read
 * @param bare the fields that may stand alone on a line without a colon, their lines beneath
 * @param colons whether a bare field ends with a colon all the same where it is written well
 * @param joined the fields whose lines may be joined by {@code and}
 * @param grouped the fields whose lines form groups by their indentation; elsewhere it means nothing
 */
public record Shape(
        String header, List<String> fields, Set<String> bare, boolean colons, Set<String> joined, Set<String> grouped) {

    public Shape {
        fields = List.copyOf(fields);
        bare = Set.copyOf(bare);
        joined = Set.copyOf(joined);
        grouped = Set.copyOf(grouped);
    }

    /** The field as it is spelt here, if it may stand in such a block. */
    public Optional<String> spelling(String field) {
        return fields.stream().filter(field::equalsIgnoreCase).findFirst();
    }

    /** A reader for texts of such blocks. */
    public static BlockReader reader(Collection<Shape> shapes, Problems problems) {
        Set<String> headers = new HashSet<>();
        Set<String> bare = new HashSet<>();
        shapes.forEach(shape -> {
            headers.add(shape.header());
            bare.addAll(shape.bare());
        });
        return new BlockReader(headers, bare, problems);
    }
}
