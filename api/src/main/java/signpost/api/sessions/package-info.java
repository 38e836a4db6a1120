/** Group sessions: one intervention delivered to several students, with a list, a register and a mark sheet. */
@NullMarked
package signpost.api.sessions;

import org.jspecify.annotations.NullMarked;
