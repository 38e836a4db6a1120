/** Who the students are and what is known of them: their import from the MIS, their profiles, and how both change. */
@NullMarked
package signpost.api.students;

import org.jspecify.annotations.NullMarked;
