/** The adviser's pages: who needs what and why, and all that is known of one student. */
@NullMarked
package signpost.api.caseload;

import org.jspecify.annotations.NullMarked;
