/** Who is who and who may see what: schools, their staff, their MIS tokens, signing in, and the wall between schools. */
@NullMarked
package signpost.api.schools;

import org.jspecify.annotations.NullMarked;
