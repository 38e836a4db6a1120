package signpost.engine.analysis;

/** What sort of thing was found in a book, for grouping; and how much it matters. */
public enum FindingKind {
    NEVER_FIRES(Weight.MISTAKE, "Rules that can never fire"),
    ALTERNATIVE_NEVER_HOLDS(Weight.MISTAKE, "Alternatives that can never hold"),
    SAYS_NOTHING(Weight.DOUBT, "Conditions that say nothing"),
    SAME_RULE(Weight.MISTAKE, "Rules that are the same as another"),
    ADDS_NOTHING(Weight.DOUBT, "Rules that another one hides"),
    ROWS_OVERLAP(Weight.MISTAKE, "Rows of a table that overlap"),
    ROWS_MISSING(Weight.MISTAKE, "Rows missing from a table"),
    INTERVENTION_RETIRED(Weight.MISTAKE, "Interventions that are no longer offered"),
    SAYS_ANOTHER_NUMBER(Weight.DOUBT, "Reasons and names with a number that the rule does not have"),
    LEANS_ON_OFF(Weight.DOUBT, "Rules that wait for what is switched off"),
    EXPIRED(Weight.MISTAKE, "Rules whose time has passed"),
    REVIEW_OVERDUE(Weight.DOUBT, "Rules due for review"),
    TRUST_OUTRULED(Weight.DOUBT, "Help of the trust's that the school rules out"),
    UNACCOUNTED(Weight.DOUBT, "Rules without an owner, a reason or a source"),
    NO_IMPORT(Weight.DOUBT, "Facts that no import brings"),
    NAMES_ALIKE(Weight.DOUBT, "Names that are almost the same"),
    NOT_YET_IN_FORCE(Weight.INFORMATION, "Rules not yet in force"),
    SWITCHED_OFF(Weight.INFORMATION, "Rules that are switched off"),
    SEVERITIES_DIFFER(Weight.INFORMATION, "Flags of more than one severity"),
    NOT_READ(Weight.INFORMATION, "Facts that no rule reads"),
    PROTECTED(Weight.INFORMATION, "Rules that rest on protected or special-category data"),
    NOT_LOOKED_AT(Weight.INFORMATION, "What was too much to look at");

    /** How much a finding matters. */
    public enum Weight {
        /** Somebody will not get what the rule promises: mend it. */
        MISTAKE,
        /** It may be meant, but look at it. */
        DOUBT,
        /** Good to know. */
        INFORMATION
    }

    private final Weight weight;
    private final String title;

    FindingKind(Weight weight, String title) {
        this.weight = weight;
        this.title = title;
    }

    public Weight weight() {
        return weight;
    }

    /** A heading for a list of such findings. */
    public String title() {
        return title;
    }
}
