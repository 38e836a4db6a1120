package signpost.engine.change;

import java.util.Optional;
import signpost.engine.text.Place;

/**
 * What both sides changed, each in its own way.
 *
 * @param path of the file, inside the book
 * @param unit what it is, such as {@code Rule "Persistent absence"}
 * @param base its text before either change; empty when it was not there
 * @param mine its text on my side; empty when I took it away
 * @param theirs its text on the other side; empty when they took it away
 * @param place where it stands in my file, or in theirs when mine has it no more
 */
public record Conflict(
        String path, String unit, Optional<String> base, Optional<String> mine, Optional<String> theirs, Place place) {}
