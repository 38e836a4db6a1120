/** The rule book in force: where it comes from, its checks, and the page that shows it. */
@NullMarked
package signpost.api.rulebooks;

import org.jspecify.annotations.NullMarked;
