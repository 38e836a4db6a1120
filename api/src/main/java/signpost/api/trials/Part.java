package signpost.api.trials;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import signpost.engine.evaluation.Difference;
import signpost.engine.rulebook.Subject;

/** The parts of what a book says of a student, each of which some may have more of by a draft and some less. */
enum Part {
    FLAG("Flags", "Flag", "Gain it", "Lose it"),
    RECOMMENDATION("Recommendations", "Recommendation", "Gain it", "Lose it"),
    RULE("Rules", "Rule", "Gain through it", "Lose through it"),
    SEVERITY("Flags that stay, graver or milder", "Flag", "Graver", "Milder"),
    SCORE("Scores", "Score", "Higher", "Lower or less certain"),
    CANNOT_TELL("Rules that cannot tell", "Rule", "Cannot tell any more", "No longer unsure");

    private final String title;
    private final String head;
    private final String more;
    private final String less;

    Part(String title, String head, String more, String less) {
        this.title = title;
        this.head = head;
        this.more = more;
        this.less = less;
    }

    /**
     * A thing of which a student has more, or less, by the draft.
     *
     * @param name a flag, an intervention's code, a rule or a score
     */
    record Move(String name, boolean gained) {}

    public String title() {
        return title;
    }

    /** What a row of its table is. */
    public String head() {
        return head;
    }

    public String more() {
        return more;
    }

    public String less() {
        return less;
    }

    /** What this part of a student's help does, each thing once a way. */
    Set<Move> of(Difference difference) {
        Set<Move> moves = new LinkedHashSet<>();
        switch (this) {
            case SEVERITY ->
                difference
                        .severities()
                        .forEach((flag, now) ->
                                moves.add(new Move(flag, now.after().compareTo(now.before()) > 0)));
            case SCORE ->
                difference
                        .scores()
                        .forEach((score, now) -> moves.add(new Move(score, higher(now.before(), now.after()))));
            default -> {
                difference.gained().forEach(said -> names(said).forEach(name -> moves.add(new Move(name, true))));
                difference.lost().forEach(said -> names(said).forEach(name -> moves.add(new Move(name, false))));
            }
        }
        return moves;
    }

    private List<String> names(Difference.Said said) {
        boolean uncertain = said.kind() == Difference.Kind.CANNOT_TELL;
        if (this == RULE) {
            return uncertain ? List.of() : new ArrayList<>(said.rules());
        }
        return said.kind().name().equals(name()) ? List.of(said.name()) : List.of();
    }

    private static boolean higher(Subject.Points before, Subject.Points after) {
        return after.least() == before.least() ? after.most() > before.most() : after.least() > before.least();
    }
}
