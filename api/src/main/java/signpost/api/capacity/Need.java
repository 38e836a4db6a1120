package signpost.api.capacity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.engine.vocabulary.Dates;

/**
 * What places a student in the line.
 *
 * @param year the year group, where it is known
 * @param severity of the gravest flag: 3 high, 2 medium, 1 low, 0 where there is none
 * @param roni the most points of the score RONI
 */
record Need(Optional<String> year, int severity, LocalDate due, int roni, LocalDate since) {

    private static final List<String> SEVERITIES =
            List.of("No flag", "Gravest flag low", "Gravest flag medium", "Gravest flag high");

    /** In the order in which they count. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(SEVERITIES.get(severity));
        words.add("due " + Dates.words(due));
        words.add("at most " + roni + (roni == 1 ? " RONI point" : " RONI points"));
        words.add("waiting since " + Dates.words(since));
        return words;
    }
}
