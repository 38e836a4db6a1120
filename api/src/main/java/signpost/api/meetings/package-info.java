/** The list for a pastoral meeting: student, need, agreed action, who, by when; on a page, on paper and as a CSV. */
@NullMarked
package signpost.api.meetings;

import org.jspecify.annotations.NullMarked;
