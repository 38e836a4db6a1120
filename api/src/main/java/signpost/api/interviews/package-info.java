/** Conversations with students about what comes next, from a file, one by one or a group at a time. */
@NullMarked
package signpost.api.interviews;

import org.jspecify.annotations.NullMarked;
