/** Text that means harm, put wherever a book has text. */
@NullMarked
package signpost.engine.hostile;

import org.jspecify.annotations.NullMarked;
