/** The engine: what a student is known to be, what the rules say, and what follows. No Spring, no SQL, no clock, no network. */
@NullMarked
package signpost.engine;

import org.jspecify.annotations.NullMarked;
