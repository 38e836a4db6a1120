package signpost.engine.vocabulary;

import signpost.engine.profile.Value;

/** What came of reading a cell or a word as an attribute's value. */
public sealed interface Reading {

    record Read(Value value) implements Reading {}

    /** Nothing stands there: not known. */
    record Blank() implements Reading {}

    /**
     * It cannot be a value of the attribute.
     *
     * @param message why it cannot be a value of the attribute, and what could; never quotes the cell, which may be
     *     personal
     */
    record Refused(String message) implements Reading {}
}
