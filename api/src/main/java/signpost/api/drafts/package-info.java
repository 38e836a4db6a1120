/** Drafts of a rule book: written in the browser, checked at every step, and kept apart from the book in force. */
@NullMarked
package signpost.api.drafts;

import org.jspecify.annotations.NullMarked;
