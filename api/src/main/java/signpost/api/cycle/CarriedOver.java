package signpost.api.cycle;

import java.util.List;

/**
 * What former terms hand to a term.
 *
 * @param accepted help that was accepted and is still to do, by intervention
 * @param silenced how many overrides for a reason that lasts still hold when the term begins
 * @param remembered of how many students the flags at the end of last term are kept
 */
record CarriedOver(List<Help> accepted, int silenced, int remembered) {

    CarriedOver {
        accepted = List.copyOf(accepted);
    }

    /**
     * Help of one kind.
     *
     * @param title as the catalogue of interventions calls it, or its code
     */
    record Help(String title, int suggestions) {}

    public int stillToDo() {
        return accepted.stream().mapToInt(Help::suggestions).sum();
    }
}
