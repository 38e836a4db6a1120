package signpost.api.worth;

import java.util.List;

/**
 * Rules to look at for one reason.
 *
 * @param about what brings a rule here, with the numbers
 * @param none what stands here when there are none
 * @param rules in the order of the book
 */
record ToLookAt(String id, String title, String about, String none, List<Line> rules) {

    /** A rule and the numbers that bring it here. */
    record Line(String rule, String numbers) {}

    ToLookAt {
        rules = List.copyOf(rules);
    }
}
