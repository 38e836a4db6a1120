/** What two people changed in the files of one book, put together; and what changed in a book, in words. */
@NullMarked
package signpost.engine.change;

import org.jspecify.annotations.NullMarked;
