/** Writes the text files of a book in one form, so that two people's hands leave the same page and a difference is a change. */
@NullMarked
package signpost.engine.format;

import org.jspecify.annotations.NullMarked;
