package signpost.engine.change;

import java.util.Arrays;
import java.util.Optional;

/**
 * A file as one side has it.
 *
 * @param bytes empty when that side has no such file
 * @param text empty when it is no text
 */
record Version(Optional<byte[]> bytes, Optional<String> text) {

    boolean is(Version other) {
        return bytes.isPresent() == other.bytes.isPresent()
                && (bytes.isEmpty() || Arrays.equals(bytes.get(), other.bytes.orElseThrow()));
    }

    /** A file that is not there is cut like an empty one. */
    Optional<Cut> cut(String path) {
        return bytes.isEmpty() ? Optional.of(Cut.NOTHING) : text.flatMap(read -> Cut.of(path, read));
    }

    /** What a person is shown of it; empty when there is no such file. */
    Optional<String> shown() {
        return bytes.map(file -> text.orElseGet(() -> "(a file of " + file.length + " bytes that is not text)"));
    }
}
