/** Students read from a school's CSV files, batch by batch, as an import reads them: a cell that cannot be used is not known. */
@NullMarked
package signpost.engine.cohort;

import org.jspecify.annotations.NullMarked;
