/** Rules of a draft picked together from lists instead of typed, on the same text that others type. */
@NullMarked
package signpost.api.builder;

import org.jspecify.annotations.NullMarked;
