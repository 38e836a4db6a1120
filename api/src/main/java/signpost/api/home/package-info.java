/** Where people begin: what this week asks of them, and how the school stands. */
@NullMarked
package signpost.api.home;

import org.jspecify.annotations.NullMarked;
