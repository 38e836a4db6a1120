package signpost.api.home;

import java.util.List;
import java.util.UUID;

/**
 * The first few of a list, and how many there are in all.
 *
 * @param total how many there are
 */
record Few(List<One> first, int total) {

    static final Few NONE = new Few(List.of(), 0);

    Few {
        first = List.copyOf(first);
    }

    /**
     * A student in the list.
     *
     * @param about why the student is in it, in a line
     */
    record One(UUID student, String name, String about) {}
}
