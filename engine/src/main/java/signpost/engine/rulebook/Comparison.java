package signpost.engine.rulebook;

/** How two ordered values are compared. */
public enum Comparison {
    BELOW,
    AT_MOST,
    EQUAL,
    AT_LEAST,
    ABOVE;

    /**
     * Whether the comparison holds.
     *
     * @param order the sign of comparing the student's value with the rule's
     */
    public boolean holds(int order) {
        return switch (this) {
            case BELOW -> order < 0;
            case AT_MOST -> order <= 0;
            case EQUAL -> order == 0;
            case AT_LEAST -> order >= 0;
            case ABOVE -> order > 0;
        };
    }
}
