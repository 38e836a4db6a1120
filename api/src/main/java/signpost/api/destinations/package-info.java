/** What became of students after they left. */
@NullMarked
package signpost.api.destinations;

import org.jspecify.annotations.NullMarked;
