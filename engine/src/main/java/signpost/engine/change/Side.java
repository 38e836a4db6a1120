package signpost.engine.change;

/** Whose change stands where two people changed the same. */
public enum Side {
    MINE,
    THEIRS
}
