/** The term as people run it: opened, run, reviewed and closed; and the turn of the academic year. */
@NullMarked
package signpost.api.cycle;

import org.jspecify.annotations.NullMarked;
