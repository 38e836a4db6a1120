package signpost.engine.text;

import java.util.List;

/**
 * A named part of a block, such as {@code Owner: Head of destinations} or {@code When} with lines beneath it.
 *
 * @param name the keyword as written, without its colon
 * @param place where the keyword stands
 * @param value what follows the colon on the same line; its text may be empty
 * @param body the deeper lines beneath
 */
public record Field(String name, Place place, Line value, List<Line> body) {

    public Field {
        body = List.copyOf(body);
    }

    public boolean is(String keyword) {
        return name.equalsIgnoreCase(keyword);
    }
}
