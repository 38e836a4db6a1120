package signpost.api.demo;

import java.util.List;
import java.util.Optional;
import signpost.api.decisions.Outcome;

/** What an adviser decides, with the coded reason and the words kept beside it. */
record Choice(Outcome outcome, Optional<String> reason, String comment) {

    static final Choice ACCEPT = new Choice(Outcome.ACCEPTED, Optional.empty(), "");

    private static final Choice PUT_OFF = new Choice(Outcome.DEFERRED, Optional.empty(), "");

    /** By turns: most is accepted, and the reasons against are those that schools give. */
    private static final List<Choice> BY_TURNS = List.of(
            ACCEPT,
            ACCEPT,
            override("ALREADY-DONE", "Spoke about this in the interview; the note is on file."),
            ACCEPT,
            ACCEPT,
            PUT_OFF,
            ACCEPT,
            override("STUDENT-DECLINED", "Asked; would rather wait until the mock results are known."),
            ACCEPT,
            ACCEPT,
            override("NOT-NOW", "After the mock examinations."),
            ACCEPT,
            ACCEPT,
            override("NO-CAPACITY", ""),
            ACCEPT,
            override("NOT-SUITABLE", "Agreed with the student that this is not for them."),
            ACCEPT,
            ACCEPT,
            PUT_OFF,
            ACCEPT,
            override("HANDLED-ELSEWHERE", "The college's own adviser does this."),
            ACCEPT);

    static Choice byTurns(int number) {
        return BY_TURNS.get(number % BY_TURNS.size());
    }

    private static Choice override(String reason, String comment) {
        return new Choice(Outcome.OVERRIDDEN, Optional.of(reason), comment);
    }

    boolean accepts() {
        return outcome == Outcome.ACCEPTED;
    }

    boolean putsOff() {
        return outcome == Outcome.DEFERRED;
    }
}
