package signpost.api.drafts;

import java.util.List;
import java.util.Optional;
import signpost.engine.text.Problem;
import signpost.engine.writing.Fix;

/**
 * What there is to say of a file that somebody is writing.
 *
 * @param here what is wrong in this file
 * @param more how many problems of this file are not listed
 * @param elsewhere how many problems other files have
 * @param notes what nothing forbids but somebody should look at, in this file
 * @param ran whether the book could be read, so that its scenarios ran
 * @param shown the scenarios of the rules of this file, those that fail first
 * @param failing how many of those fail
 */
record Looked(
        List<Wrong> here, int more, int elsewhere, List<Problem> notes, boolean ran, List<Shown> shown, int failing) {

    Looked {
        here = List.copyOf(here);
        notes = List.copyOf(notes);
        shown = List.copyOf(shown);
    }

    /** The same where all scenarios ran, and so many problems stand in other files. */
    Looked withElsewhere(int others) {
        return new Looked(here, more, others, notes, ran, shown, failing);
    }

    /** A problem, and what would surely mend it. */
    record Wrong(Problem problem, Optional<Fix> fix) {}

    /**
     * A scenario as it came out.
     *
     * @param file where it stands
     * @param rule whose it is, or empty
     * @param waitsFor the switched-off rules it waits for; none where it ran
     */
    record Shown(String name, String rule, String file, int line, List<Problem> problems, List<String> waitsFor) {
        Shown {
            problems = List.copyOf(problems);
            waitsFor = List.copyOf(waitsFor);
        }

        /** A problem beside the name of the scenario, which need not be said again. */
        public String said(Problem problem) {
            String named = "The scenario \"" + name + "\" ";
            int at = problem.message().indexOf(named);
            return at < 0 ? problem.message() : "It " + problem.message().substring(at + named.length());
        }

        public boolean failed() {
            return !problems.isEmpty();
        }

        public boolean waits() {
            return !waitsFor.isEmpty();
        }
    }
}
