/** Whether each rule earns its keep: what came of it term by term, which to look at, and the book as a document. */
@NullMarked
package signpost.api.worth;

import org.jspecify.annotations.NullMarked;
