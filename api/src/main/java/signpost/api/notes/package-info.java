/** Notes about students: ordinary ones, and restricted ones that named roles read and whose readers are known. */
@NullMarked
package signpost.api.notes;

import org.jspecify.annotations.NullMarked;
