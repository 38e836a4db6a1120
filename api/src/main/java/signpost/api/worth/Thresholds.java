package signpost.api.worth;

/** From where on a rule is worth a look: the one place for these numbers. */
final class Thresholds {

    /** Decisions in a year below which a share of them says more of single cases than of the rule. */
    static final int DECISIONS = 10;

    /** Overridden of a hundred decided. */
    static final int OVERRIDDEN_PERCENT = 40;

    /** Students of a group for whom the rule fired, below which nothing is said of the group. */
    static final int IN_GROUP = 10;

    /** How many times as often it fires in the group as among all. */
    static final int TIMES = 2;

    /** Leavers a rule fired for of whom it is known what became of them, below which nothing is said of them. */
    static final int LEAVERS = 10;

    private Thresholds() {}

    static boolean oftenOverridden(int overridden, int decided) {
        return decided >= DECISIONS && overridden * 100 >= decided * OVERRIDDEN_PERCENT;
    }
}
