/** Evidence that people decided: the history of each recommendation, and what came of the suggestions of each rule. */
@NullMarked
package signpost.api.evidence;

import org.jspecify.annotations.NullMarked;
