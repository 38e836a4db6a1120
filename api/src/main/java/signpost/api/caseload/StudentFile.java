package signpost.api.caseload;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import signpost.api.capacity.Place;
import signpost.api.recommendations.Sight;
import signpost.api.recommendations.State;
import signpost.api.students.Student;
import signpost.engine.evaluation.Explanation;
import signpost.engine.rulebook.Severity;

/**
 * All that a person may see of one student.
 *
 * @param year the year group, if known
 * @param scores such as {@code RONI score: 4 to 6}
 * @param suggested what waits for a decision, gravest first
 * @param decided what was decided or delivered this term, or is still to be done
 * @param earlier what is over
 * @param hiddenSuggestions suggestions that rest on what this person may not see
 * @param hiddenOthers decided and earlier ones, likewise
 */
record StudentFile(
        Student student,
        Optional<String> year,
        boolean left,
        Flags flags,
        List<String> scores,
        List<Shown> suggested,
        List<Shown> decided,
        List<Shown> earlier,
        int hiddenSuggestions,
        int hiddenOthers,
        Untold untold,
        Facts facts) {

    /** Flags with their reasons, those that people raised, and how many more there are. */
    record Flags(List<Flag> seen, List<ByPerson> byPeople, int hidden) {}

    /**
     * A flag by professional judgement.
     *
     * @param reason why, or empty when it is not for this reader
     * @param ended whether its term is over, so that somebody has to say whether it still holds
     */
    record ByPerson(UUID id, String name, Severity severity, String reason, String by, String when, boolean ended) {}

    record Flag(String name, Severity severity, Sight.Visible reasons) {}

    /**
     * A recommendation with its reasons.
     *
     * @param delivery who does it and how long it takes, or empty
     * @param unsure rules that asked for it and cannot tell any more
     * @param note what is particular about it, or empty
     * @param withdrawn why Signpost took it back, or empty
     * @param decisions what people decided, the standing one first
     * @param became what became of it since
     * @param place where it stands in the line, if something limits it and nobody has decided
     */
    record Shown(
            UUID id,
            int version,
            State state,
            String title,
            String description,
            String delivery,
            Severity severity,
            DueDay due,
            boolean evidenceUnknown,
            Sight.Visible reasons,
            Sight.Visible checkFirst,
            Sight.Visible unsure,
            String note,
            String withdrawn,
            List<Decided> decisions,
            Became became,
            Optional<Place> place) {}

    /**
     * A decision as a page says it.
     *
     * @param what such as {@code Overridden}
     * @param by who
     * @param when day and time
     * @param reason the label of the override reason, or empty
     * @param instead what is done instead, or empty
     * @param until until when it was deferred, or empty
     * @param undo its id while it can be undone, or empty
     */
    record Decided(
            String what,
            String by,
            String when,
            String reason,
            String instead,
            String until,
            String comment,
            String undo) {}

    /**
     * What became of it.
     *
     * @param happened the last recorded first
     * @param caution what to do another way, or empty
     */
    record Became(List<Happened> happened, String caution) {}

    /**
     * Something that became of it.
     *
     * @param what such as {@code Did not attend on 3 December 2026}
     * @param by who said so
     * @param effect what it changed, or empty
     * @param effectNote words kept with that, or empty
     */
    record Happened(UUID id, String what, String by, String effect, String effectNote, String note) {}

    /** What rules wait to know, the fact most wait for first. */
    record Untold(List<Missing> facts, int rules, int hidden) {}

    /** A fact that is missing, in words, and the rules that wait for it. */
    record Missing(String words, List<Explanation> rules) {}

    /**
     * What is known.
     *
     * @param known how many of the facts this person may see
     * @param of how many there are
     */
    record Facts(List<Topic> topics, int known, int of, int hidden) {}

    record Topic(String title, List<Line> lines) {}

    /**
     * A fact, or that it is not known.
     *
     * @param value in words; empty when it is restricted
     * @param source who said so, or empty
     * @param whyHeld why the school holds it
     */
    record Line(
            String title,
            String value,
            boolean known,
            boolean restricted,
            boolean specialCategory,
            String source,
            Optional<LocalDate> confirmedOn,
            String whyHeld) {}
}
