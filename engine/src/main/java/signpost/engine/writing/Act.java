package signpost.engine.writing;

/** What a rule can do. */
public enum Act {
    FLAG,
    ADD_POINTS,
    RECOMMEND,
    RULE_OUT
}
