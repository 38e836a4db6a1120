/** What a draft of the rule book would do, before it does it: to this year's students, by what became of former ones, to one. */
@NullMarked
package signpost.api.trials;

import org.jspecify.annotations.NullMarked;
