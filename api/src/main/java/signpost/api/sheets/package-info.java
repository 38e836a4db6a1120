/** The tables of a draft: changed row by row in the page, or taken along as a workbook. */
@NullMarked
package signpost.api.sheets;

import org.jspecify.annotations.NullMarked;
