/** Conversations with students about what comes next, from a file or one by one. */
@NullMarked
package signpost.api.interviews;

import org.jspecify.annotations.NullMarked;
