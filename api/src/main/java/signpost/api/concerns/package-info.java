/** What advisers see that no rule does: flags raised by professional judgement, cleared by a person or ended with their term. */
@NullMarked
package signpost.api.concerns;

import org.jspecify.annotations.NullMarked;
