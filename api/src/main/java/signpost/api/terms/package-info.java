/** The terms of a school. */
@NullMarked
package signpost.api.terms;

import org.jspecify.annotations.NullMarked;
