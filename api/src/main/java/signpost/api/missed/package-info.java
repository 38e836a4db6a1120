/** Help that a student did not attend twice: a person decides how to go on, and asks another way. */
@NullMarked
package signpost.api.missed;

import org.jspecify.annotations.NullMarked;
