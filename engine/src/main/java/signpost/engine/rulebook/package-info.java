/** The rules: typed conditions and consequences, the reader that makes them from text, and the whole book with its digest. */
@NullMarked
package signpost.engine.rulebook;

import org.jspecify.annotations.NullMarked;
