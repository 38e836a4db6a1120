/** Which rules a book's scenarios show, and what no scenario shows yet. */
@NullMarked
package signpost.engine.coverage;

import org.jspecify.annotations.NullMarked;
