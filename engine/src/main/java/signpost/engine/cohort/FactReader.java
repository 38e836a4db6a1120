package signpost.engine.cohort;

import java.util.regex.Pattern;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Reading;
import signpost.engine.vocabulary.ValueReader;

/** Reads values that come from outside. */
public final class FactReader {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private FactReader() {}

    /** As the engine reads a cell, save that control characters, which no database keeps, are refused. */
    public static Reading read(Attribute attribute, String written) {
        return CONTROL.matcher(written.strip()).find()
                ? new Reading.Refused("holds a line break or another control character")
                : ValueReader.read(attribute, written);
    }
}
