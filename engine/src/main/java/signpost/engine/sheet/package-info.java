/** Tables as people edit them: cell by cell or in a spreadsheet, and back to a CSV file whose other rows keep their bytes. */
@NullMarked
package signpost.engine.sheet;

import org.jspecify.annotations.NullMarked;
