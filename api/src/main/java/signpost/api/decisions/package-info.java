/** What people decide on recommendations: accepted, overridden, deferred; all kept, the last received standing. */
@NullMarked
package signpost.api.decisions;

import org.jspecify.annotations.NullMarked;
