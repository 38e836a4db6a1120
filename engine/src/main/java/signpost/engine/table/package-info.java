/** Rules as sheets: reads {@code .csv} and {@code .xlsx} tables into the same blocks of text that a person would type. */
@NullMarked
package signpost.engine.table;

import org.jspecify.annotations.NullMarked;
