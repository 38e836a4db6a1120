package signpost.api.worth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A rule's figures of this term in one calm line. */
final class FigureLine {

    private static final int ACCEPTED = 0;
    private static final int OVERRIDDEN = 1;
    private static final int IGNORED = 3;

    private FigureLine() {}

    /** Such as {@code Fired for 34 students this term; 20 accepted, 3 overridden (2 already has support)}. */
    static String of(Told told) {
        if (told.fired().isEmpty()) {
            return "Fired for fewer than " + Parts.LEAST + " students this term.";
        }
        int fired = told.fired().get();
        if (fired == 0) {
            return "Has not fired this term.";
        }
        List<String> parts = new ArrayList<>();
        say(told.came().get(ACCEPTED), " accepted").ifPresent(parts::add);
        say(told.came().get(OVERRIDDEN), " overridden")
                .map(words -> words + why(told))
                .ifPresent(parts::add);
        say(told.came().get(IGNORED), " ignored").ifPresent(parts::add);
        say(told.delivered(), " delivered").ifPresent(parts::add);
        String first = "Fired for " + fired + (fired == 1 ? " student" : " students") + " this term";
        return first + (parts.isEmpty() ? "" : "; " + String.join(", ", parts)) + ".";
    }

    private static Optional<String> say(Optional<Integer> count, String words) {
        return count.filter(number -> number > 0).map(number -> number + words);
    }

    private static String why(Told told) {
        String why = told.why().stream()
                .filter(part -> part.count().isPresent())
                .map(part -> part.count().orElseThrow() + " " + part.words())
                .collect(Collectors.joining(", "));
        return why.isEmpty() ? "" : " (" + why + ")";
    }
}
