/** Helps people write rules: what can be said, and rules taken apart and put together line by line. */
@NullMarked
package signpost.engine.writing;

import org.jspecify.annotations.NullMarked;
