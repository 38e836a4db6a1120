/** What a term's figures are: the same measures, term by term. */
@NullMarked
package signpost.api.insights;

import org.jspecify.annotations.NullMarked;
