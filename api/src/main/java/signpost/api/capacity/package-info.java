/** How much help a school can give in a term, who gets it, and who waits and why: worked out when it is read. */
@NullMarked
package signpost.api.capacity;

import org.jspecify.annotations.NullMarked;
